export { Ask } from './ask.js';
export { Fault } from './fault.js';
export { Loading } from './loading.js';
export { State } from './state.js';

export { ClassifyModule } from './classify.module.js';

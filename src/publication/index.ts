export { PublicationModule } from './publication.module.js';
export { LOOK_AGAIN, WITH_NEWEST } from './correction-list.view.js';
import './events.js';

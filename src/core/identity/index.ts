export { ACCESS, By, Entering, Needs, Open, SignedIn, type Access, type Actor, type OfficeRequest } from './actor.js';

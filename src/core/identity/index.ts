export { ACCESS, By, Needs, Open, SignedIn, StepUp, type Access, type Actor, type OfficeRequest } from './actor.js';

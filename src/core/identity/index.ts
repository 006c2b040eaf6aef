export { ACCESS, By, Entering, Needs, Open, SignedIn, StepUp, type Access, type Actor, type OfficeRequest } from './actor.js';
export { demandStepUp } from './shown-factor.js';
export { inForce, RolesRepository, type HeldRole } from './roles.repository.js';

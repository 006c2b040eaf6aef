export { OfficeModule } from './office.module.js';
export { DossierAtCommandLine } from './dossier/dossier-at-command-line.use-case.js';

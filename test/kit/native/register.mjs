// node --import: TypeScript and Jest's globals for native modules, here and in every worker of Jest.
import { register } from 'node:module';

register('./typescript.mjs', import.meta.url);

// Writes docs/openapi.json from the code, and from it the types of the console: `npm run describe`, after a change of a route, a form or an answer.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transpile } from './transpile.mjs';

const root = join(import.meta.dirname, '..');
const out = join(root, '.cache', 'describe');
rmSync(out, { recursive: true, force: true });
transpile(root, out, ['src', 'scripts/openapi']);
const { write } = await import(pathToFileURL(join(out, 'scripts/openapi/generated.js')).href);
await write();

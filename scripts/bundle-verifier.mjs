import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { parse } from 'yaml';

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page that verifies a dropped file in any browser: script, style and words in one file; its policy lets in nothing else and nothing out. */
export async function bundleVerifier(root, file) {
  const page = join(root, 'src/core/verification/page');
  const read = (name) => readFileSync(join(page, name), 'utf8');
  const words = parse(readFileSync(join(root, 'config/verification.yaml'), 'utf8'));
  const bundle = await rolldown({
    input: join(page, 'main.ts'),
    cwd: root,
    platform: 'browser',
    logLevel: 'silent',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  const script = output[0].code.replaceAll('</script', '<\\/script');
  const style = read('verify.css');
  const parts = {
    policy: `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`,
    style,
    limits: ['vi', 'en'].map((language) => words.report.limits[language]).join(' / '),
    words: JSON.stringify(words).replaceAll('<', '\\u003c'),
    script,
  };
  writeFileSync(
    file,
    read('verify.html').replace(/\{(policy|style|limits|words|script)\}/g, (_, name) => parts[name]),
  );
}

import type { Command } from 'commander';
import type { ProfilesAtCommandLine } from '../crawl/profiles/profiles-at-command-line.use-case.js';
import { cookiesGiven, hostsGiven } from './cookies-given.js';
import { attachToHouse } from './running-house.js';

interface By {
  by: string;
  json?: boolean;
}
interface Given extends By {
  cookies: string;
}
const COOKIES: [string, string] = ['--cookies <file>', 'cookies.txt (Netscape) or the JSON of a browser’s tools; - for the standard input'];
const BY: [string, string] = ['--by <address>', 'who does it: the address that they sign in with; their right holds'];
const JSON_LINE: [string, string] = ['--json', 'one line of JSON on stdout'];

export default (program: Command): void => {
  const sessions = program
    .command('sessions')
    .description('Sessions of the office at networks, with which captures go. What opens them is never shown.');
  sessions
    .command('list')
    .description('Show each session: for which hosts, how it stands, and how many captures wait for it.')
    .option(...JSON_LINE)
    .addHelpText('after', '\nExample:\n  lachan sessions list')
    .action(async ({ json }: { json?: boolean }) => {
      const lines = await withProfiles((profiles) => profiles.list());
      const told = lines.map((l) => `${l.name}  ${l.state}  ${l.hosts.join(',')}  version ${l.version}  ${l.waiting} waiting`);
      process.stdout.write(json ? `${JSON.stringify({ sessions: lines })}\n` : `${[...told, `${lines.length} sessions.`].join('\n')}\n`);
    });
  sessions
    .command('add')
    .argument('<name>', 'by which captures are ordered, and which their packages tell')
    .description('Give the office a session. Only cookies of these hosts are kept, encrypted. On the log.')
    .requiredOption(...COOKIES)
    .requiredOption('--hosts <hosts>', 'host[,host…] whose session it is, and of those below them')
    .option('--visitor <name>', 'on which device: one of config/visitors.yaml', 'desktop')
    .requiredOption(...BY)
    .option(...JSON_LINE)
    .addHelpText(
      'after',
      '\nExample:\n  lachan sessions add van-phong --cookies ./cookies.txt --hosts mxh.example --by quan-tri@office.example',
    )
    .action(async (name: string, { cookies, hosts, visitor, by, json }: Given & { hosts: string; visitor: string }) => {
      const given = { name, visitor, hosts: hostsGiven(hosts), cookies: await cookiesGiven(cookies) };
      tell(name, 'given', await withProfiles((profiles) => profiles.give(by, given)), json);
    });
  sessions
    .command('renew')
    .argument('<name>', 'of the session')
    .description('Give a session anew; the captures that wait for it are made. On the log.')
    .requiredOption(...COOKIES)
    .requiredOption(...BY)
    .option(...JSON_LINE)
    .addHelpText('after', '\nExample:\n  lachan sessions renew van-phong --cookies ./cookies.txt --by quan-tri@office.example')
    .action(async (name: string, { cookies, by, json }: Given) => {
      const file = await cookiesGiven(cookies);
      tell(name, 'renewed', await withProfiles((profiles) => profiles.renew(by, name, file)), json);
    });
  sessions
    .command('end')
    .argument('<name>', 'of the session')
    .description('Forget what opens a session; the captures that wait for it are noted as not made. On the log.')
    .requiredOption(...BY)
    .option(...JSON_LINE)
    .addHelpText('after', '\nExample:\n  lachan sessions end van-phong --by quan-tri@office.example')
    .action(async (name: string, { by, json }: By) => tell(name, 'ended', await withProfiles((profiles) => profiles.end(by, name)), json));
};

function tell(name: string, became: string, { id, version }: { id: string; version: number }, json?: boolean): void {
  process.stdout.write(json ? `${JSON.stringify({ name, id, version, became })}\n` : `Session ${name}, version ${version}: ${became}.\n`);
}

async function withProfiles<T>(act: (profiles: ProfilesAtCommandLine) => Promise<T>): Promise<T> {
  attachToHouse();
  const [{ NestFactory }, { AppModule }, { ProfilesAtCommandLine }] = await Promise.all([
    import('@nestjs/core'),
    import('../app.module.js'),
    import('../crawl/profiles/profiles-at-command-line.use-case.js'),
  ]);
  const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'], abortOnError: false });
  try {
    return await act(app.get(ProfilesAtCommandLine));
  } finally {
    await app.close();
  }
}

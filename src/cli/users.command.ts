import type { Command } from 'commander';
import { Problem } from '../core/problem/problem.js';
import { attachToHouse } from './running-house.js';

interface Options {
  email: string;
  name: string;
  title?: string;
  roles: string;
  json?: boolean;
}

const messages = (errors: unknown): string[] => (Array.isArray(errors) ? errors.map((e: { message: string }) => e.message) : []);

export default (program: Command): void => {
  program
    .command('users')
    .description('People of the office.')
    .command('add')
    .description('Add a person with an account; a password is made and shown once. On the log as done at the command line.')
    .requiredOption('--email <address>', 'what the person signs in with')
    .requiredOption('--name <name>', 'the person’s name')
    .option('--title <title>', 'as it stands under a letter')
    .requiredOption('--roles <roles>', 'role[,role…] of config/rights.yaml')
    .option('--json', 'one line of JSON on stdout')
    .addHelpText('after', '\nExample:\n  lachan users add --email an@office.example --name "Trần An" --roles inspector')
    .action(async (options: Options) => {
      attachToHouse();
      const [{ NestFactory }, { CoreModule }, { AddUser }, { givenPassword }] = await Promise.all([
        import('@nestjs/core'),
        import('../core/core.module.js'),
        import('../core/identity/add-user.use-case.js'),
        import('../core/identity/secrets.js'),
      ]);
      const app = await NestFactory.createApplicationContext(CoreModule, { logger: ['error'], abortOnError: false });
      const password = givenPassword();
      try {
        const { staffId, accountId } = await app.get(AddUser).run('command-line', {
          ...options,
          roles: options.roles
            .split(',')
            .map((r) => r.trim())
            .filter(Boolean),
          password,
        });
        process.stdout.write(
          options.json
            ? `${JSON.stringify({ staffId, accountId, email: options.email, password })}\n`
            : `Added ${options.name} <${options.email}>. Password, shown this once: ${password}\n`,
        );
      } catch (error) {
        if (error instanceof Problem) throw new Error([error.kind.title, ...messages(error.details.errors)].join(': '));
        throw error;
      } finally {
        await app.close();
      }
    });
};

import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { invalid } from '../problem/invalid.js';
import { invalidBody } from './invalid-body.js';
import { refusedIn } from './refused-in.js';

/** Every form of every route, as its class describes it: nothing in it is unknown, and nothing is dropped unsaid. */
export class FormPipe extends ValidationPipe {
  constructor() {
    super({
      ...{ whitelist: true, forbidNonWhitelisted: true, transform: true },
      validationError: { target: true }, // by its class the bounds of a check are found
      exceptionFactory: invalidBody,
    });
  }
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const refused = metadata.type === 'body' || metadata.type === 'query' ? refusedIn(value, metadata.metatype) : undefined;
    if (refused) throw invalid(refused);
    return super.transform(value, metadata);
  }
}

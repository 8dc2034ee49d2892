import { AppError } from '../../errors.ts';

/** Nothing is known to be wrong, but not everything could be asked. The exit code is 2. */
export class NotAsked extends AppError {
  constructor(message: string) {
    super('PLATFORM_UNAVAILABLE', message, 'never');
  }
}

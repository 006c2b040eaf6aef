import { Global, Module, type OnApplicationShutdown, Inject } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { CONFIG, readConfig, type Config } from './config.js';
import { Clock } from './clock/clock.js';
import { DATA_SOURCE, Db } from './database/db.js';
import { openDataSource } from './database/data-source.js';
import { Printer } from './documents/printer.js';
import { PictureDecoder } from './pictures/decoder.js';
import { WordReader, wordReader } from './pictures/words/word-reader.js';
import { FileReader } from './files/file-reader.js';
import { Deliver } from './events/deliver.js';
import { RetryDeliveries } from './events/retry-deliveries.use-case.js';
import { HeldDeliveries } from './events/held.js';
import { Log } from './events/log.js';
import { Registry } from './events/registry.js';
import { Relay } from './events/relay.js';
import { ForgetSpent } from './events/forget-spent.js';
import { Sealer } from './events/sealer.js';
import { GlossaryController } from './glossary/glossary.controller.js';
import { IdempotencyInterceptor } from './http/idempotency/idempotency.interceptor.js';
import { KeptAnswers } from './http/idempotency/kept-answers.repository.js';
import { KeyedDb } from './http/idempotency/keyed-db.js';
import { InstallationView } from './installation.view.js';
import { OpenApiController } from './http/openapi.controller.js';
import { HealthController } from './health/health.controller.js';
import { Custody } from './evidence/custody.js';
import { Evidence, expectIn } from './evidence/evidence.js';
import { openEvidenceStore } from './evidence/open-store.js';
import { SealedBytes } from './evidence/sealed-bytes.js';
import { EvidenceStore } from './evidence/store.js';
import { AddUser } from './identity/add-user.use-case.js';
import { ChangeRole } from './identity/change-role.use-case.js';
import { ChangeTitle } from './identity/change-title.use-case.js';
import { AccountsRepository } from './identity/accounts.repository.js';
import { RolesRepository } from './identity/roles.repository.js';
import { SessionsRepository } from './identity/sessions.repository.js';
import { SignInTriesRepository } from './identity/sign-in-tries.repository.js';
import { LiveController } from './live/live.controller.js';
import { LiveStreams } from './live/streams.js';
import { PresenceRepository } from './identity/presence.repository.js';
import { GroundView } from './metrics/ground.view.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Metrics } from './metrics/metrics.js';
import { SignInThrottle } from './identity/sign-in-throttle.use-case.js';
import { LockAccount } from './identity/lock-account.use-case.js';
import { ResetPassword } from './identity/reset-password.use-case.js';
import { LockedAccountsView } from './identity/locked-accounts.view.js';
import { UnlockAccount } from './identity/unlock-account.use-case.js';
import { OwnTries } from './identity/own-tries.use-case.js';
import { OwnPassword } from './identity/own-password.use-case.js';
import { IdentityRequests } from './identity/identity-requests.js';
import { Bars } from './identity/bars.js';
import { PersonalData } from './identity/personal-data.js';
import { SavedListsRepository } from './identity/saved-lists.repository.js';
import { SecondFactorController } from './identity/second-factor.controller.js';
import { SecondFactorRepository } from './identity/second-factor.repository.js';
import { ResetSecondFactor } from './identity/reset-second-factor.use-case.js';
import { SecondFactor } from './identity/second-factor.use-case.js';
import { SessionController } from './identity/session.controller.js';
import { SessionGuard } from './identity/session.guard.js';
import { SignIn } from './identity/sign-in.use-case.js';
import { StepUpSession } from './identity/step-up.use-case.js';
import { TitlesRepository } from './identity/titles.repository.js';
import { UsersController } from './identity/users.controller.js';
import { UsersView } from './identity/users.view.js';

const identity = [
  AccountsRepository,
  RolesRepository,
  SessionsRepository,
  SignInTriesRepository,
  SecondFactorRepository,
  SecondFactor,
  ResetSecondFactor,
  SignIn,
  StepUpSession,
  TitlesRepository,
  ChangeTitle,
  AddUser,
  ChangeRole,
  LockAccount,
  ResetPassword,
  SignInThrottle,
  UnlockAccount,
  LockedAccountsView,
  OwnPassword,
  OwnTries,
  PersonalData,
  Bars,
  IdentityRequests,
  SavedListsRepository,
  PresenceRepository,
  UsersView,
];
const providers = [
  { provide: CONFIG, useFactory: () => readConfig() },
  { provide: DATA_SOURCE, inject: [CONFIG], useFactory: (config: Config) => openDataSource(config.databaseUrl) },
  { provide: EvidenceStore, inject: [CONFIG, Db], useFactory: (config: Config, db: Db) => openEvidenceStore(config, expectIn(db)) },
  { provide: Printer, inject: [CONFIG], useFactory: (config: Config) => new Printer(config) },
  { provide: Db, useClass: KeyedDb },
  KeptAnswers,
  GroundView,
  Metrics,
  InstallationView,
  Clock,
  Registry,
  Log,
  Relay,
  ForgetSpent,
  Deliver,
  HeldDeliveries,
  RetryDeliveries,
  Sealer,
  Evidence,
  SealedBytes,
  PictureDecoder,
  { provide: WordReader, inject: [PictureDecoder], useFactory: wordReader },
  FileReader,
  Custody,
  LiveStreams,
  ...identity,
];

/** The ground that every room stands on; it knows none of them. */
@Global()
@Module({
  controllers: [
    HealthController,
    OpenApiController,
    MetricsController,
    GlossaryController,
    SessionController,
    SecondFactorController,
    UsersController,
    LiveController,
  ],
  providers: [...providers, { provide: APP_GUARD, useClass: SessionGuard }, { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor }],
  exports: providers,
})
export class CoreModule implements OnApplicationShutdown {
  constructor(@Inject(DATA_SOURCE) private readonly source: DataSource) {}
  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

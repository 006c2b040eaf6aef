import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { PageDto } from '../http/page.dto.js';
import { By, Needs, type Actor } from './actor.js';
import { AddUser } from './add-user.use-case.js';
import { ChangeRole } from './change-role.use-case.js';
import { ChangeTitle } from './change-title.use-case.js';
import { AddUserDto, RoleDto, TitleDto } from './identity.dto.js';
import { LockAccount } from './lock-account.use-case.js';
import { LockedAccountsView } from './locked-accounts.view.js';
import { ResetPassword } from './reset-password.use-case.js';
import { UnlockAccount } from './unlock-account.use-case.js';
import { UsersView } from './users.view.js';

@Controller('api')
export class UsersController {
  constructor(
    private readonly view: UsersView,
    private readonly add: AddUser,
    private readonly roles: ChangeRole,
    private readonly titles: ChangeTitle,
    private readonly locking: LockAccount,
    private readonly unlocking: UnlockAccount,
    private readonly lockedAccounts: LockedAccountsView,
    private readonly resetting: ResetPassword,
  ) {}

  /** The people of the office, their accounts and roles. */
  @Get('users')
  @Needs('users.manage')
  list(@Query() page: PageDto) {
    return this.view.list(page);
  }

  /** Adds a person; their roles wait for a second person. */
  @Post('users')
  @Needs('users.manage')
  create(@By() actor: Actor, @Body() user: AddUserDto) {
    return this.add.run(actor, user);
  }

  /** Locks an account; its sessions end at once. */
  @Post('accounts/:accountId/lock')
  @HttpCode(204)
  @Needs('users.manage')
  lock(@By() actor: Actor, @Param('accountId', ParseUUIDPipe) accountId: string) {
    return this.locking.run(actor, accountId);
  }

  /** Gives an account a new password, told once, until its holder chooses their own. */
  @Post('accounts/:accountId/password/reset')
  @Needs('users.manage')
  resetPassword(@By() actor: Actor, @Param('accountId', ParseUUIDPipe) accountId: string) {
    return this.resetting.run(actor, accountId);
  }

  /** Accounts that are locked. */
  @Get('accounts/locked')
  @Needs('rights.approve')
  locked(@Query() page: PageDto) {
    return this.lockedAccounts.list(page);
  }

  /** Lifts the lock of an account. */
  @Post('accounts/:accountId/unlock')
  @HttpCode(204)
  @Needs('rights.approve')
  unlock(@By() actor: Actor, @Param('accountId', ParseUUIDPipe) accountId: string) {
    return this.unlocking.run(actor, accountId);
  }

  /** Proposes a role for a person. */
  @Post('users/:staffId/roles')
  @Needs('users.manage')
  propose(@By() actor: Actor, @Param('staffId', ParseUUIDPipe) staffId: string, @Body() body: RoleDto) {
    return this.roles.propose(actor, staffId, body.role);
  }

  /** Takes a role away from a person. */
  @Delete('users/:staffId/roles/:role')
  @HttpCode(204)
  @Needs('users.manage')
  end(@By() actor: Actor, @Param('staffId', ParseUUIDPipe) staffId: string, @Param('role') role: string) {
    return this.roles.end(actor, staffId, role);
  }

  /** Approves a role that somebody else proposed. */
  @Post('role-proposals/:id/approve')
  @HttpCode(204)
  @Needs('rights.approve')
  approve(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.roles.approve(actor, id);
  }

  /** Proposes a title by which a person signs for the office. */
  @Post('users/:staffId/titles')
  @Needs('users.manage')
  proposeTitle(@By() actor: Actor, @Param('staffId', ParseUUIDPipe) staffId: string, @Body() body: TitleDto) {
    return this.titles.propose(actor, staffId, body);
  }

  /** Ends a title of a person at once. */
  @Delete('users/:staffId/titles/:titleId')
  @HttpCode(204)
  @Needs('users.manage')
  endTitle(@By() actor: Actor, @Param('staffId', ParseUUIDPipe) staffId: string, @Param('titleId', ParseUUIDPipe) titleId: string) {
    return this.titles.end(actor, staffId, titleId);
  }

  /** Approves a title that somebody else proposed. */
  @Post('title-proposals/:id/approve')
  @HttpCode(204)
  @Needs('rights.approve')
  approveTitle(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.titles.approve(actor, id);
  }
}

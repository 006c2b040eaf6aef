import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { PageDto } from '../http/page.dto.js';
import { By, Needs, type Actor } from './actor.js';
import { AddUser } from './add-user.use-case.js';
import { ChangeRole } from './change-role.use-case.js';
import { AddUserDto, RoleDto } from './identity.dto.js';
import { UsersView } from './users.view.js';

@Controller('api')
export class UsersController {
  constructor(
    private readonly view: UsersView,
    private readonly add: AddUser,
    private readonly roles: ChangeRole,
  ) {}

  @Get('users')
  @Needs('users.manage')
  list(@Query() page: PageDto) {
    return this.view.list(page);
  }

  @Post('users')
  @Needs('users.manage')
  create(@By() actor: Actor, @Body() user: AddUserDto) {
    return this.add.run(actor, user);
  }

  @Post('users/:staffId/roles')
  @Needs('users.manage')
  propose(@By() actor: Actor, @Param('staffId', ParseUUIDPipe) staffId: string, @Body() body: RoleDto) {
    return this.roles.propose(actor, staffId, body.role);
  }

  @Delete('users/:staffId/roles/:role')
  @HttpCode(204)
  @Needs('users.manage')
  end(@By() actor: Actor, @Param('staffId', ParseUUIDPipe) staffId: string, @Param('role') role: string) {
    return this.roles.end(actor, staffId, role);
  }

  @Post('role-proposals/:id/approve')
  @HttpCode(204)
  @Needs('rights.approve')
  approve(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.roles.approve(actor, id);
  }
}

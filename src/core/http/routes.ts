import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ModulesContainer, Reflector, type NestApplication } from '@nestjs/core';
import { ACCESS, type Access } from '../identity/index.js';

export interface Route {
  method: string;
  path: string;
  access: Access | undefined;
  name: string;
}
/** With the types of what it takes, and whether a file is among it. */
export interface ServedRoute extends Route {
  takes: unknown[];
  upload: boolean;
}

/** Every route of the running application with who may call it, in one order. */
export function routesOf(app: Pick<NestApplication, 'get'>): ServedRoute[] {
  const reflector = app.get(Reflector);
  const routes: ServedRoute[] = [];
  for (const module of app.get(ModulesContainer).values())
    for (const { metatype } of module.controllers.values()) {
      const prototype = (metatype as { prototype: Record<string, unknown> }).prototype;
      const prefix = Reflect.getMetadata(PATH_METADATA, metatype as object) as string;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (typeof handler !== 'function' || name === 'constructor' || !Reflect.hasMetadata(PATH_METADATA, handler)) continue;
        const path = `/${prefix}/${Reflect.getMetadata(PATH_METADATA, handler) as string}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
        const takes = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as unknown[];
        const upload = Object.keys((Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype as object, name) ?? {}) as object).some((key) =>
          key.startsWith(`${RouteParamtypes.FILE}:`),
        );
        routes.push({
          method,
          path,
          takes,
          upload,
          name: `${(metatype as { name: string }).name}.${name}`,
          access: reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, metatype as never]),
        });
      }
    }
  return routes.sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
}

/** A route that does not say who may call it, or asks for a right that nobody can hold, stops the start. */
export function refuseUnguarded(routes: Route[], rights: ReadonlySet<string>): void {
  const bad = routes.filter((r) => !r.access || (r.access.kind === 'right' && !rights.has(r.access.right)));
  if (bad.length > 0) throw new Error(`Routes without a known right: ${bad.map((r) => `${r.method} ${r.path} (${r.name})`).join(', ')}`);
}

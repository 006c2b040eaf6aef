import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer, Reflector, type NestApplication } from '@nestjs/core';
import { ACCESS, type Access } from '../identity/index.js';

export interface Route {
  method: string;
  path: string;
  access: Access | undefined;
  name: string;
}
/** With the code that serves it, and the room that it stands in. */
export interface ServedRoute extends Route {
  room: string;
  controller: { name: string; prototype: object };
  handler: object;
}

/** Every route of the running application with who may call it, in one order. */
export function routesOf(app: Pick<NestApplication, 'get'>): ServedRoute[] {
  const reflector = app.get(Reflector);
  const routes: ServedRoute[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    const room = module.metatype.name.replace('Module', '').toLowerCase();
    for (const { metatype } of module.controllers.values()) {
      const controller = metatype as ServedRoute['controller'];
      const prototype = controller.prototype as Record<string, unknown>;
      const prefix = Reflect.getMetadata(PATH_METADATA, controller) as string;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (typeof handler !== 'function' || name === 'constructor' || !Reflect.hasMetadata(PATH_METADATA, handler)) continue;
        const path = `/${prefix}/${Reflect.getMetadata(PATH_METADATA, handler) as string}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
        routes.push({
          method,
          path,
          name: `${controller.name}.${name}`,
          room,
          controller,
          handler,
          access: reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, controller as never]),
        });
      }
    }
  }
  return routes.sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
}

/** A route that does not say who may call it, or asks for a right that nobody can hold, stops the start. */
export function refuseUnguarded(routes: Route[], rights: ReadonlySet<string>): void {
  const bad = routes.filter((r) => !r.access || (r.access.kind === 'right' && !rights.has(r.access.right)));
  if (bad.length > 0) throw new Error(`Routes without a known right: ${bad.map((r) => `${r.method} ${r.path} (${r.name})`).join(', ')}`);
}

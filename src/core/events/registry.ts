import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { listeningOf, type DueHandler, type Handler, type Listening } from './on.js';

export interface Listener extends Listening {
  name: string;
  instance: Handler<never, unknown> | DueHandler<unknown>;
}

/** Who listens to what, read from the decorators of every provider; `serve` and `worker` see the same table. */
@Injectable()
export class Registry implements OnModuleInit {
  private readonly byName = new Map<string, Listener>();
  constructor(private readonly modules: ModulesContainer) {}

  onModuleInit(): void {
    for (const module of this.modules.values())
      for (const { metatype, instance } of module.providers.values()) {
        const listening = metatype && typeof metatype === 'function' ? listeningOf(metatype) : undefined;
        if (!listening || !metatype) continue;
        const known = this.byName.get(metatype.name);
        if (known && known.instance !== instance) throw new Error(`Two listeners are named ${metatype.name}`);
        this.byName.set(metatype.name, { ...listening, name: metatype.name, instance: instance as Listener['instance'] });
      }
  }
  listeners(type: string): Listener[] {
    return [...this.byName.values()].filter((l) => l.kind === 'event' && l.key === type);
  }
  due(kind: string): Listener | undefined {
    return [...this.byName.values()].find((l) => l.kind === 'due' && l.key === kind);
  }
  dueKinds(): string[] {
    return [...this.byName.values()].filter((l) => l.kind === 'due').map((l) => l.key);
  }
  get(name: string): Listener | undefined {
    return this.byName.get(name);
  }
}

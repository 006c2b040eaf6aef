import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { GroundView, type GroundFigures } from './ground.view.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10, 30];

/** The measures of this process, and of the ground floor that all processes share. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'lachan_http_request_seconds',
    help: 'Time of an HTTP request by route template',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly ground: Record<keyof GroundFigures, Gauge> = {
    waiting: this.gauge('lachan_deliveries_waiting', 'Deliveries that are not done yet, those of the future included'),
    dead: this.gauge('lachan_deliveries_dead', 'Deliveries that failed for good and wait for a person'),
    held: this.gauge('lachan_deliveries_held', 'Deliveries that came back with a backup and wait for a person to release them'),
    unsealed: this.gauge('lachan_events_unsealed', 'Events that are not in the chain yet'),
    damaged: this.gauge('lachan_evidence_damaged', 'How often evidence was asked for whose bytes are no longer those that were sealed'),
    oldestSeconds: this.gauge('lachan_delivery_oldest_seconds', 'How long the oldest delivery has been waiting since its time came'),
  };
  constructor(private readonly view: GroundView) {
    collectDefaultMetrics({ register: this.registry, prefix: 'lachan_' });
  }

  /** How many browsers this process keeps informed. */
  streams(count: () => number): void {
    new Gauge({
      name: 'lachan_live_streams',
      help: 'Browsers that hear from this process as it happens what moved',
      registers: [this.registry],
      collect() {
        this.set(count());
      },
    });
  }
  request(method: string, route: string, status: number, seconds: number): void {
    this.durations.observe({ method, route, status: String(status) }, seconds);
  }

  /** In Prometheus' text format. */
  async text(): Promise<string> {
    const figures = await this.view.figures();
    for (const [name, gauge] of Object.entries(this.ground)) gauge.set(Number(figures[name as keyof GroundFigures]));
    return this.registry.metrics();
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }
}

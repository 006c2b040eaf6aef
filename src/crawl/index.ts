export { CrawlModule } from './crawl.module.js';

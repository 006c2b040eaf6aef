# One image for every process: serve, worker, migrations, command line. See docs/operations.md, Containers.
FROM node:22-bookworm-slim AS build
WORKDIR /opt/lachan
COPY package.json package-lock.json .npmrc ./
RUN npm install --include=dev --no-audit --no-fund --loglevel=error
COPY . .
RUN node scripts/build.mjs
RUN npm prune --omit=dev --no-audit --no-fund --loglevel=error

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4100 LACHAN_DATA=/var/lib/lachan
RUN groupadd --system --gid 10001 lachan \
 && useradd --system --uid 10001 --gid lachan --home-dir /var/lib/lachan --shell /usr/sbin/nologin lachan \
 && install -d -o lachan -g lachan -m 0700 /var/lib/lachan
WORKDIR /opt/lachan
COPY --from=build /opt/lachan/package.json ./
COPY --from=build /opt/lachan/bin ./bin
COPY --from=build /opt/lachan/config ./config
COPY --from=build /opt/lachan/docs/openapi.json ./docs/openapi.json
COPY --from=build /opt/lachan/dist ./dist
COPY --from=build /opt/lachan/web/dist ./web/dist
COPY --from=build /opt/lachan/node_modules ./node_modules
USER lachan
VOLUME /var/lib/lachan
EXPOSE 4100
ENTRYPOINT ["node", "--no-warnings", "/opt/lachan/bin/lachan.mjs"]
CMD ["serve"]

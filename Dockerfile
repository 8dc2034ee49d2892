# Two stages: everything is compiled in the first, only what runs goes into the second.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY sandbox sandbox
COPY bench bench
COPY scripts/build.mjs scripts/build.mjs
RUN node scripts/build.mjs && npm prune --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
# The record lives on a PostgreSQL server (DATABASE_URL); the embedded one is left out of the image.
ENV NODE_ENV=production HOST=0.0.0.0 HEARBACK_CONFIG=/config/hearback.yaml
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY src/store/migrations src/store/migrations
COPY src/chart/worker.mjs src/chart/svg-worker.mjs src/chart/
COPY src/web/views src/web/views
COPY src/web/assets src/web/assets
COPY templates templates
COPY playbooks playbooks
# What hearback init makes its files from.
COPY hearback.example.yaml .env.example ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1, so that it hears SIGTERM and closes in order.
CMD ["node", "--enable-source-maps", "dist/src/main.js"]

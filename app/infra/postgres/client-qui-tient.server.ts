import pg from 'pg'

/**
 * A server that restarts tells each session that it ends. Where that word meets a client between two statements, node-postgres emits it as an
 * `error`, and Node ends the process where nobody listens: one client lent by a pool, or about to close, was enough to take a worker with all its
 * jobs. Who uses the client learns it all the same, by its next statement.
 */
export class ClientQuiTient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => undefined)
  }
}

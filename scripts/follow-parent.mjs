// Loaded first by the processes that scripts/launch.ts starts: they end when it does, however it ends.
// A Ctrl-C reaches the whole terminal; only the launcher answers it, by SIGTERM.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Listening to our parent is no reason to stay.
process.channel?.unref()

import { Button } from '@mui/material'
import { useFetcher } from '@remix-run/react'

type Props = { courriel: { id: string; version: number; sujet: string }; variant?: 'outlined' | 'contained' }

/** Asks again for a courriel that was given up. */
export function CourrielRelance({ courriel: { id, version, sujet }, variant = 'outlined' }: Props) {
  const fetcher = useFetcher()
  return (
    <fetcher.Form method="post" action={`/courriels/${id}`}>
      <input type="hidden" name="version" value={version} />
      <Button
        type="submit"
        size="small"
        variant={variant}
        disabled={fetcher.state !== 'idle'}
        aria-label={`Renvoyer «\u00a0${sujet}\u00a0»`}
      >
        Renvoyer
      </Button>
    </fetcher.Form>
  )
}

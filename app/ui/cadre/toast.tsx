import { Alert, Button, Snackbar } from '@mui/material'
import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'

/** What was just done, and where to look at it. */
export type Toast = { texte: string; genre: 'success' | 'info' | 'warning'; lien?: { texte: string; vers: string } }

/** Shown a few seconds, or until it is closed; another one takes its place. */
export function ToastMontre({ toast }: { toast: Toast }) {
  const [open, setOpen] = useState(true)
  useEffect(() => setOpen(true), [toast])
  const { texte, genre, lien } = toast
  return (
    <Snackbar open={open} autoHideDuration={8000} onClose={(_, reason) => reason !== 'clickaway' && setOpen(false)}>
      <Alert
        severity={genre}
        variant="outlined"
        sx={{ bgcolor: 'background.paper', alignItems: 'center' }}
        onClose={() => setOpen(false)}
        action={
          lien && (
            <Button component={Link} to={lien.vers} size="small" onClick={() => setOpen(false)}>
              {lien.texte}
            </Button>
          )
        }
      >
        {texte}
      </Alert>
    </Snackbar>
  )
}

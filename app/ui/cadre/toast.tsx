import { Bandeau } from '#ui/kit/bandeau'
import { Button, Snackbar } from '@mui/material'
import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { ActeDuMot, Mot } from '#ui/kit/acte/dire'
import { useFileDActes } from '#ui/kit/acte/file-d-actes'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'

/** How long it stays, in ms: longer when it offers to take back what was done. */
const DUREE = 8_000
const DUREE_AVEC_ACTE = 20_000

/** Shown a few seconds, or until it is closed; another one takes its place. */
export function ToastMontre({ toast }: { toast: Mot }) {
  const [open, setOpen] = useState(true)
  useEffect(() => setOpen(true), [toast])
  const { texte, genre, lien, acte } = toast
  const fermer = () => setOpen(false)
  return (
    <Snackbar
      open={open}
      transitionDuration={0}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      sx={{ bottom: { xs: 64, md: 24 } }}
      autoHideDuration={acte ? DUREE_AVEC_ACTE : DUREE}
      onClose={(_, reason) => reason !== 'clickaway' && fermer()}
    >
      <Bandeau
        severity={genre}
        cerne
        onClose={fermer}
        action={
          (lien ?? acte) && (
            <>
              {acte && <Acte {...acte} fermer={fermer} />}
              {lien && (
                <Button component={Link} to={lien.vers} size="small" onClick={fermer}>
                  {lien.texte}
                </Button>
              )}
            </>
          )
        }
      >
        {texte}
      </Bandeau>
    </Snackbar>
  )
}

/** Takes back what the toast speaks of, and nothing done since; what became of it is said by the next toast, in its place. */
function Acte({ texte, action, champs, fermer }: ActeDuMot & { fermer: () => void }) {
  const { poser } = useFileDActes()
  const dire = (reponse: Reponse<{ fait: string }>) =>
    ({
      texte: reponse.fait ?? erreurDe(reponse, '') ?? 'Rien n’a été annulé.',
      genre: reponse.fait ? 'success' : 'warning',
    }) as const
  return (
    <Button
      size="small"
      onClick={() => {
        fermer()
        poser({ objet: action, action, champs, dire })
      }}
    >
      {texte}
    </Button>
  )
}

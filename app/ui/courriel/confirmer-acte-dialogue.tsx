import { Bandeau } from '#ui/kit/bandeau'
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography, useMediaQuery } from '@mui/material'
import { useTheme } from '@mui/material/styles'
import { type ReactNode, useId } from 'react'
import type { ActeJournal } from '#domain/journal/entree'
import { phraseRetour } from '#libelles/journal/retours'
import { CourrielApercu, type CourrielMontre } from '#ui/courriel/courriel-apercu'

export type ConfirmerActeProps = {
  titre: string
  /** The act, as the journal names it: the dialog says how it can be undone. */
  fait: ActeJournal
  /** What will be true after. */
  children: ReactNode
  /** The mail that will leave; null when none does, and then `sansCourriel` says why. */
  courriel: CourrielMontre | null
  sansCourriel: string
  /** When it leaves; at once unless said otherwise. */
  depart?: string | undefined
  /** The form this dialog sends, and the button of it that acts. */
  formulaire: string
  intent: string
  verbe: string
  busy: boolean
  fermer: () => void
}

/** The last look before an act that leaves the house: its consequence, the very mail, and a button that says what it does. */
export function ConfirmerActeDialogue({
  titre,
  fait,
  children,
  courriel,
  sansCourriel,
  depart = 'Ce courriel partira dès que vous aurez confirmé',
  formulaire,
  intent,
  verbe,
  busy,
  fermer,
}: ConfirmerActeProps) {
  const etroit = useMediaQuery(useTheme().breakpoints.down('sm'))
  const id = useId()
  return (
    <Dialog open onClose={fermer} fullScreen={etroit} maxWidth="md" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{titre}</DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        <div>{children}</div>
        <Typography>{phraseRetour(fait)}</Typography>
        {courriel ? (
          <section aria-label="Courriel qui partira">
            <strong>
              {depart}
              {'\u00a0'}:
            </strong>
            <CourrielApercu courriel={courriel} />
          </section>
        ) : (
          <Bandeau severity="warning">{sansCourriel}</Bandeau>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={fermer}>Revenir au formulaire</Button>
        <Button type="submit" form={formulaire} name="intent" value={intent} variant="contained" disabled={busy}>
          {verbe}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

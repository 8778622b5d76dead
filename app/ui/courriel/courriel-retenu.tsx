import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import { useId, useState } from 'react'
import { abandonner, passerOutre } from '#domain/courriel/depart'
import type { EtatCourriel } from '#domain/courriel/courriel'
import { motifRetenu, suiteDeRetenue } from '#libelles/courriel/courriel'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Retenu = {
  id: string
  version: number
  destinataire: string
  etat: EtatCourriel
  motifRetenue: string | null
  dossier: { numero: string | null } | null
}

/** Why a courriel is held, and what an officer may do of it: send it in spite of the reason, once confirmed, or give it up. That of a decision which waits for a second person leads to it. Nothing for any other. */
export function CourrielRetenu({ courriel, peut }: { courriel: Retenu; peut: boolean }) {
  const [confirme, setConfirme] = useState(false)
  const envoi = useEnvoi({ nom: 'retenu', objet: courriel.id })
  const formulaire = useId()
  const titre = useId()
  if (courriel.etat !== 'RETENU' || courriel.motifRetenue === null) return null
  const passable = passerOutre(courriel).ok
  const abandonnable = abandonner(courriel).ok
  const numero = courriel.dossier?.numero
  const busy = envoi.state !== 'idle'
  const motif = motifRetenu(courriel.motifRetenue)
  const acte = { type: 'submit', name: 'intent', disabled: busy } as const
  return (
    <Bandeau severity="warning" marges="mb2">
      <strong>Ce courriel est retenu{'\u00a0'}: il ne partira pas de lui-même.</strong>
      <div>{motif}</div>
      <div>
        {suiteDeRetenue({ passable, motif: courriel.motifRetenue })}{' '}
        {!abandonnable && numero && (
          <MuiLink component={Link} to={`/dossiers/${numero}/decision`}>
            Voir la décision
          </MuiLink>
        )}
      </div>
      {peut && abandonnable && (
        <Formulaire envoi={envoi} action={`/courriels/${courriel.id}/retenu`} id={formulaire}>
          <input type="hidden" name="version" value={courriel.version} />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
            <Button {...acte} value="abandonner" variant="outlined" size="small">
              Abandonner ce courriel
            </Button>
            {passable && (
              <Button size="small" onClick={() => setConfirme(true)}>
                Envoyer quand même
              </Button>
            )}
          </Box>
          <Retour de="abandonnerCourriel" verbe="Abandonner ce courriel" />
          <Dialog open={confirme} onClose={() => setConfirme(false)} aria-labelledby={titre}>
            <DialogTitle id={titre}>Envoyer ce courriel quand même{'\u00a0'}?</DialogTitle>
            <DialogContent>
              <p>{motif}</p>
              <p>
                Il partira tout de suite à {courriel.destinataire}, tel qu’il est écrit ci-dessous. Votre nom et cette
                raison seront notés au journal.
              </p>
              <Retour de="envoyerCourrielRetenu" />
            </DialogContent>
            <DialogActions>
              <Button onClick={() => setConfirme(false)}>Ne pas l’envoyer</Button>
              <Button {...acte} form={formulaire} value="envoyer" variant="contained">
                Envoyer quand même
              </Button>
            </DialogActions>
          </Dialog>
        </Formulaire>
      )}
    </Bandeau>
  )
}

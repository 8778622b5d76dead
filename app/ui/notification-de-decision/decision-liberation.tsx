import { Box, Button, Link as MuiLink } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { phraseDepartDeDecision, phraseRelecture } from '#libelles/notification-de-decision/liberation-de-decision'
import { CourrielApercu, type CourrielMontre } from '#ui/courriel/courriel-apercu'
import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type Liberation = { par: string; moi: boolean; courriel: CourrielMontre }

export type PropsLiberation = {
  adresse: string
  version: number
  liberation: Liberation
  attenteMinutes: number
  /** Its letter is there to be read. */
  aUneLettre: boolean
  /** May decide: who did not take it then lets it go. */
  peut: boolean
}

/** A decision that waits for somebody else than who took it: its very mail and its letter, then the button that lets it go. */
export function DecisionLiberation({
  adresse,
  version,
  liberation,
  attenteMinutes,
  aUneLettre,
  peut,
}: PropsLiberation) {
  const envoi = useEnvoi<Reponse>({ nom: 'libererDecision', objet: useLocation().pathname })
  const libere = peut && !liberation.moi
  return (
    <Box component="section" aria-label="Relecture" sx={{ display: 'grid', gap: 1.5, maxWidth: 800 }}>
      <Bandeau severity="info">
        Cette décision attend qu’une autre personne la relise et la fasse partir.
        {!libere && ` ${phraseRelecture(liberation)}`}
      </Bandeau>
      {libere && (
        <>
          <CourrielApercu courriel={liberation.courriel} />
          {aUneLettre && (
            <div>
              <MuiLink href={`${adresse}/lettre`} underline="always" target="_blank" rel="noreferrer">
                Lire la lettre jointe (PDF)
              </MuiLink>
            </div>
          )}
          <Formulaire envoi={envoi}>
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="acte" value="liberer" />
            <FormErreur reponse={envoi.data} champs={[]} />
            <p>
              {phraseDepartDeDecision(attenteMinutes)} <Retour de="libererDecision" />
            </p>
            <Button
              type="submit"
              name="intent"
              value="decider"
              variant="contained"
              aria-disabled={envoi.state !== 'idle'}
            >
              J’ai relu{'\u00a0'}: faire partir la décision
            </Button>
          </Formulaire>
        </>
      )}
    </Box>
  )
}

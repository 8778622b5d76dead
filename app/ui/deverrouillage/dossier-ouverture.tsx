import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button } from '@mui/material'
import type { Parties } from '#domain/dossier/deverrouillage'
import { heureDeParis } from '#domain/temps/instant'
import { formatJour, jourDeParis } from '#domain/temps/jour'
import { partiesOuvertes } from '#libelles/deverrouillage'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { formatInstant } from '#libelles/temps'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type Ouverture = Parties & {
  id: string
  motif: string
  ouvertLe: Date
  echeance: Date
  annulableJusquA: Date | null
  refermeLe: Date | null
  fermeture: 'ECHEANCE' | 'AGENT' | 'DEPOT' | 'ANNULATION' | null
  ouvertPar: { prenom: string; nom: string }
}

type Props = {
  courant: Ouverture & { annulable: boolean }
  version: number
  peut: boolean
  /** The demandeur has already changed something. */
  modifie: boolean
}

/** The opening under way: what the demandeur may change, until when, and the way to end it. */
export function OuvertureCourante({ courant, version, peut, modifie }: Props) {
  const { motif, ouvertLe, ouvertPar, echeance, annulable, annulableJusquA } = courant
  const envoi = useEnvoi<Reponse>({ nom: 'deverrouillage', objet: courant.id })
  const busy = envoi.state !== 'idle'
  return (
    <Bandeau severity="info">
      <strong>Ouvert à modification jusqu’au {formatJour(jourDeParis(echeance))} inclus</strong>
      <div>
        {partiesOuvertes(courant).join(', ')} · par {ouvertPar.prenom} {ouvertPar.nom}, le {formatInstant(ouvertLe)}
      </div>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', my: 0.5 }}>{motif}</Box>
      <div>
        Le dossier se refermera de lui-même à l’échéance. Jusque-là, il ne peut être ni déclaré complet ni décidé.
      </div>
      {modifie && !annulable && (
        <div>Le demandeur a commencé à modifier son dossier{'\u00a0'}: ce qu’il a écrit sera gardé.</div>
      )}
      {peut && (
        <Formulaire envoi={envoi} onSubmit={(event) => busy && event.preventDefault()}>
          <input type="hidden" name="version" value={version} />
          <FormErreur reponse={envoi.data} />
          {annulable && annulableJusquA && (
            <div>Le courriel part à {heureDeParis(annulableJusquA)}. Jusque-là, vous pouvez tout annuler.</div>
          )}
          <Button
            type="submit"
            name="intent"
            value={annulable ? 'annuler' : 'refermer'}
            variant="outlined"
            size="small"
            aria-disabled={busy}
            sx={{ mt: 1 }}
          >
            {annulable ? 'Annuler l’ouverture' : 'Refermer maintenant'}
          </Button>
        </Formulaire>
      )}
    </Bandeau>
  )
}

import { Button } from '@mui/material'
import type { EtatCourriel } from '#domain/courriel/courriel'
import { formatInstant } from '#libelles/temps'
import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Rendu = {
  id: string
  version: number
  etat: EtatCourriel
  destinataire: string
  erreur: string | null
  mentionRetour: string | null
  regleLe: Date | null
  /** Its address, where the gate holds what the software would write to it. */
  adresses: readonly unknown[]
}

/** What came back of a mail that left: that it was not delivered and why, until an officer deals with it; or that it is late. Nothing for any other. */
export function CourrielRendu({ courriel, peut }: { courriel: Rendu; peut: boolean }) {
  const envoi = useEnvoi({ nom: 'retour', objet: courriel.id })
  const { id, version, etat, destinataire, erreur, mentionRetour, regleLe, adresses } = courriel
  if (etat === 'ENVOYE' && mentionRetour)
    return (
      <Bandeau severity="warning" marges="mb2">
        {mentionRetour}
      </Bandeau>
    )
  if (etat !== 'NON_REMIS') return null
  return (
    <Bandeau severity={regleLe ? 'info' : 'error'} marges="mb2">
      <strong>Ce courriel n’a pas été remis à {destinataire}.</strong>
      <div>{erreur}</div>
      {regleLe ? (
        <div>Retour réglé le {formatInstant(regleLe)}.</div>
      ) : (
        <div>
          {adresses.length > 0
            ? 'Corrigez l’adresse sur e-partenaire ou joignez la structure autrement. D’ici là, les courriels automatiques à cette adresse sont retenus.'
            : 'L’adresse n’est pas en cause\u00a0: joignez la structure autrement, ou renvoyez ce courriel plus tard.'}
        </div>
      )}
      {peut && !regleLe && (
        <Formulaire envoi={envoi} action={`/courriels/${id}/retour`}>
          <input type="hidden" name="version" value={version} />
          <Button type="submit" variant="outlined" size="small" disabled={envoi.state !== 'idle'} sx={{ mt: 1 }}>
            C’est réglé
          </Button>
          <Retour de="reglerNonRemise" />
        </Formulaire>
      )}
    </Bandeau>
  )
}

import { Button } from '@mui/material'
import type { EtatCourriel } from '#domain/courriel/courriel'
import { causeLue, LIBELLE_CAUSE, SUITE_CAUSE } from '#libelles/courriel/echec-envoi'
import { phraseEchec } from '#libelles/courriel/etat-dit'
import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Echec = {
  id: string
  version: number
  etat: EtatCourriel
  cause: string | null
  erreur: string | null
  tentatives: number
}

/** Why a courriel failed and what to do about it; one whose end nobody knows may be held for sent by who knows. Nothing for any other. */
export function CourrielEchec({ courriel, peut }: { courriel: Echec; peut: boolean }) {
  const { id, version, etat } = courriel
  const envoi = useEnvoi({ nom: 'tenirPourEnvoye', objet: id })
  if (etat !== 'ECHEC') return null
  const cause = causeLue(courriel.cause)
  return (
    <Bandeau severity="error" marges="mb2">
      <strong>{LIBELLE_CAUSE[cause]}.</strong> {phraseEchec(courriel)}
      <div>{SUITE_CAUSE[cause]}</div>
      {cause === 'ISSUE_INCONNUE' && peut && (
        <Formulaire envoi={envoi} action={`/courriels/${id}/envoye`}>
          <input type="hidden" name="version" value={version} />
          <Button type="submit" size="small" variant="outlined" color="inherit" disabled={envoi.state !== 'idle'}>
            Tenir pour envoyé
          </Button>
          <Retour de="tenirPourEnvoye" />
        </Formulaire>
      )}
    </Bandeau>
  )
}

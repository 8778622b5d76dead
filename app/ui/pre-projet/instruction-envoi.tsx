import { Typography } from '@mui/material'
import { useState } from 'react'
import type { Avis } from '#domain/pre-projet/avis'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import { pourSaisie } from '#domain/temps/instant'
import { instantSaisi } from '#domain/temps/saisie'
import { LIBELLE_ETAT_PRE_PROJET } from '#libelles/pre-projet/pre-projet'
import { formatInstant } from '#libelles/temps'
import { ConfirmerActe } from '#ui/courriel/confirmer-acte'
import type { CourrielMontre } from '#ui/courriel/courriel-apercu'
import { DepartChoix } from '#ui/courriel/depart-choix'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type ApercuVu = {
  avis: Avis
  corps: string
  etat: EtatPreProjet
  courriel: CourrielMontre | null
  empreinte: string
}

const VERBE: Record<Avis, string> = {
  FAVORABLE: 'Rendre l’avis favorable',
  A_RETRAVAILLER: 'Demander une nouvelle version',
  DEFAVORABLE: 'Rendre l’avis défavorable',
  HORS_CHAMP: 'Répondre hors champ',
}

const HEURE_MS = 3_600_000

/** Tomorrow at this hour: the first departure offered. */
const demain = () => pourSaisie(new Date(Date.now() + 24 * HEURE_MS))

type Props = { id: string; version: number; apercu: ApercuVu; fermer: () => void }

/** The last look: the mail, to whom, when, and what the fiche becomes. */
export function InstructionEnvoi({ id, version, apercu, fermer }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'rendreAvis', objet: id })
  const [quand, setQuand] = useState<string | null>(null)
  const [propose] = useState(demain)
  const { avis, corps, etat, courriel, empreinte } = apercu
  const lu = quand === null ? null : instantSaisi(quand)
  const form = 'rendre-avis'
  return (
    <Formulaire envoi={envoi} id={form} action={`/pre-projets/${id}/instruction`}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="avis" value={avis} />
      <input type="hidden" name="corps" value={corps} />
      <input type="hidden" name="vu" value={empreinte} />
      <ConfirmerActe
        titre={VERBE[avis]}
        courriel={courriel}
        sansCourriel={
          'Cette fiche n’a pas d’adresse mail\u00a0: aucun courriel ne partira. Répondez à la structure par téléphone.'
        }
        formulaire={form}
        fait="examinerPreProjet"
        intent="rendre"
        depart={lu?.ok ? `Ce courriel partira le ${formatInstant(lu.value)}` : undefined}
        verbe={courriel ? `${VERBE[avis]} et ${quand !== null ? 'programmer l’envoi' : 'envoyer'}` : VERBE[avis]}
        busy={envoi.state !== 'idle'}
        fermer={fermer}
      >
        <FormErreur reponse={envoi.data} />
        <Typography sx={{ mb: 1 }}>
          La fiche passera à l’état «{'\u00a0'}
          {LIBELLE_ETAT_PRE_PROJET[etat]}
          {'\u00a0'}».
          {quand !== null && ' Vous pourrez annuler l’envoi ou en changer l’heure jusqu’au départ.'}
        </Typography>
        {courriel && <DepartChoix form={form} quand={quand} onQuand={setQuand} propose={propose} />}
      </ConfirmerActe>
    </Formulaire>
  )
}

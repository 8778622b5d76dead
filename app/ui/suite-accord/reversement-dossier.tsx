import { Box } from '@mui/material'
import { formatMontant, type Montant } from '#domain/budget/montant'
import { MOTIF_REVERSEMENT_MAX } from '#domain/suite-accord/demande-de-reversement'
import { formatJour } from '#domain/temps/jour'
import { formatInstant } from '#libelles/temps'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { AnnulationForm } from '#ui/suite-accord/annulation-form'
import { ReversementForm } from '#ui/suite-accord/reversement-form'

type Personne = { prenom: string; nom: string }

export type ReversementLu = {
  id: string
  montantCents: Montant
  calculeCents: Montant
  renduCents: Montant
  motif: string
  modalites: string
  duLe: string
  demandeLe: Date
  demandePar: Personne
  annuleLe: Date | null
  annulePar: Personne | null
  motifAnnulation: string
  estAttendu: boolean
}

export type ReversementsDuDossier = {
  aRendreCents: Montant
  peutSeDemander: boolean
  modalites: string
  aUneAdresse: boolean
  demandes: readonly ReversementLu[]
}

type Props = { action: string; version: number; reversements: ReversementsDuDossier; peut: boolean }

const nomDe = ({ prenom, nom }: Personne) => `${prenom} ${nom}`

const LIGNES = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const

/** What was asked back of a grant and what came of it; then what can be asked. */
export function ReversementDossier({ action, version, reversements, peut }: Props) {
  const { demandes, aRendreCents, peutSeDemander, modalites, aUneAdresse } = reversements
  return (
    <>
      {demandes.map((un) => (
        <Reversement key={un.id} reversement={un} {...{ action, version, peut }} />
      ))}
      {peutSeDemander && (
        <p>
          À rendre selon le bilan{'\u00a0'}: <strong>{formatMontant(aRendreCents)}</strong>.{' '}
          {demandes.length > 0 ? 'Rien de plus' : 'Rien'} n’est demandé à la structure.
        </p>
      )}
      {peutSeDemander && !peut && <p>Seul un responsable demande un reversement.</p>}
      {peutSeDemander && peut && (
        <details>
          <summary>Demander le reversement</summary>
          <ReversementForm key={version} {...{ action, version, aRendreCents, modalites, aUneAdresse }} />
        </details>
      )}
    </>
  )
}

function Reversement({
  reversement,
  action,
  version,
  peut,
}: Omit<Props, 'reversements'> & { reversement: ReversementLu }) {
  const { id, montantCents, calculeCents, renduCents, motif, modalites, duLe, estAttendu } = reversement
  const { demandeLe, demandePar, annuleLe, annulePar, motifAnnulation } = reversement
  return (
    <>
      <p>
        <strong>{formatMontant(montantCents)}</strong> demandés par {nomDe(demandePar)} le {formatInstant(demandeLe)}, à
        reverser au plus tard le {formatJour(duLe)}.{' '}
        {!annuleLe &&
          (estAttendu
            ? `Rendu\u00a0: ${formatMontant(renduCents)}\u00a0; reste attendu\u00a0: ${formatMontant(montantCents - renduCents)}.`
            : 'Tout est rendu.')}
      </p>
      {motif && (
        <Box component="p" sx={LIGNES}>
          Calculé{'\u00a0'}: {formatMontant(calculeCents)}. Pourquoi moins{'\u00a0'}: {motif}
        </Box>
      )}
      <Box component="p" sx={LIGNES}>
        Comment reverser{'\u00a0'}: {modalites}
      </Box>
      {annuleLe && annulePar && (
        <Box component="p" sx={LIGNES}>
          Demande annulée par {nomDe(annulePar)} le {formatInstant(annuleLe)}
          {'\u00a0'}: {motifAnnulation}
        </Box>
      )}
      {estAttendu && peut && (
        <details>
          <summary>Annuler cette demande de reversement</summary>
          <Annuler {...{ action, version }} reversementId={id} />
        </details>
      )}
    </>
  )
}

function Annuler({ action, version, reversementId }: Pick<Props, 'action' | 'version'> & { reversementId: string }) {
  const envoi = useEnvoi<Reponse>({ nom: 'reversementAnnule', objet: reversementId })
  return (
    <AnnulationForm
      {...{ envoi, action, version }}
      vise={{ champ: 'reversementId', id: reversementId }}
      intent="annuler"
      retour="annulerReversement"
      quoi="cette demande"
      titre="Annuler une demande de reversement"
      pourquoi="Pourquoi cette demande est annulée"
      motifMax={MOTIF_REVERSEMENT_MAX}
    />
  )
}

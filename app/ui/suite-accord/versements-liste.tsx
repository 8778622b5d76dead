import { Box } from '@mui/material'
import { formatMontant } from '#domain/budget/montant'
import { MOTIF_ANNULATION_MAX, type VersementGarde } from '#domain/suite-accord/versement'
import { formatJour } from '#domain/temps/jour'
import { LIBELLE_NATURE_VERSEMENT } from '#libelles/suite-accord/versement'
import { formatInstant } from '#libelles/temps'
import { Dit } from '#ui/kit/dit'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { AnnulationForm } from '#ui/suite-accord/annulation-form'

type Personne = { prenom: string; nom: string }

export type VersementLu = VersementGarde & {
  saisiLe: Date
  par: Personne
  annuleLe: Date | null
  annulePar: Personne | null
  motifAnnulation: string
}

type Props = { action: string; version: number; versements: VersementLu[]; peut: boolean }

const nomDe = ({ prenom, nom }: Personne) => `${prenom} ${nom}`

const TABLE = {
  ...{ width: '100%', minWidth: 560, borderCollapse: 'collapse', fontSize: '0.875rem' },
  '& td, & th': {
    ...{ px: 1, py: '6px', borderBottom: 1, borderColor: 'divider' },
    ...{ fontWeight: 400, textAlign: 'left', verticalAlign: 'top', overflowWrap: 'break-word' },
  },
  '& thead th': { fontWeight: 600 },
  '& [data-montant]': { textAlign: 'right', whiteSpace: 'nowrap' },
} as const

/** What was recorded, by the day; a cancelled one says by whom and why. */
export function VersementsListe({ action, version, versements, peut }: Props) {
  if (versements.length === 0) return <p>Aucun versement n’est enregistré.</p>
  return (
    <Box
      sx={{ position: 'relative', overflowX: 'auto', mt: 1 }}
      role="region"
      aria-label="Versements enregistrés"
      tabIndex={0}
    >
      <Box component="table" sx={TABLE}>
        <thead>
          <tr>
            <th scope="col">Nature</th>
            <th scope="col" data-montant="">
              Montant
            </th>
            <th scope="col">Versé le</th>
            <th scope="col">Référence</th>
            <th scope="col">Enregistré</th>
          </tr>
        </thead>
        <tbody>
          {versements.map((un) => (
            <Ligne key={un.id} versement={un} {...{ action, version, peut }} />
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function Ligne({ versement, action, version, peut }: { versement: VersementLu } & Omit<Props, 'versements'>) {
  const { id, nature, montantCents, le, reference, saisiLe, par, annuleLe, annulePar, motifAnnulation } = versement
  const barre = annuleLe ? { textDecoration: 'line-through', color: 'text.secondary' } : {}
  return (
    <tr>
      <Box component="th" scope="row" sx={barre}>
        {LIBELLE_NATURE_VERSEMENT[nature]}
      </Box>
      <Box component="td" data-montant="" sx={barre}>
        {nature === 'REVERSEMENT' && '− '}
        {formatMontant(montantCents)}
      </Box>
      <Box component="td" sx={barre}>
        {formatJour(le)}
      </Box>
      <Box component="td" sx={barre}>
        {reference}
      </Box>
      <Box component="td" sx={{ minWidth: 200 }}>
        Par {nomDe(par)} le {formatInstant(saisiLe)}
        {annuleLe && annulePar && (
          <Box component="p" sx={{ overflowWrap: 'anywhere' }}>
            Annulé par {nomDe(annulePar)} le {formatInstant(annuleLe)}
            {'\u00a0'}: {motifAnnulation}
          </Box>
        )}
        {!annuleLe && peut && (
          <details>
            <summary>
              Annuler<Dit> ce versement</Dit>
            </summary>
            <Annuler {...{ action, version }} versementId={id} />
          </details>
        )}
      </Box>
    </tr>
  )
}

function Annuler({ action, version, versementId }: Omit<Props, 'versements' | 'peut'> & { versementId: string }) {
  const envoi = useEnvoi<Reponse>({ nom: 'versementAnnule', objet: versementId })
  return (
    <AnnulationForm
      {...{ envoi, action, version }}
      vise={{ champ: 'versementId', id: versementId }}
      intent="annulerVersement"
      retour="annulerVersement"
      quoi="ce versement"
      titre="Annuler un versement"
      pourquoi="Pourquoi ce versement est annulé"
      motifMax={MOTIF_ANNULATION_MAX}
    />
  )
}

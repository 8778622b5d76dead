import { Box, Button } from '@mui/material'
import { formatMontant } from '#domain/budget/montant'
import { MOTIF_ANNULATION_MAX, type VersementGarde } from '#domain/suite-accord/versement'
import { formatJour } from '#domain/temps/jour'
import { phraseRetour } from '#libelles/journal/retours'
import { LIBELLE_NATURE_VERSEMENT } from '#libelles/suite-accord/versement'
import { formatInstant } from '#libelles/temps'
import { Dit } from '#ui/kit/dit'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

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
  const refus = erreurDe(envoi.data, 'motif')
  return (
    <Box
      component={Formulaire}
      envoi={envoi}
      action={action}
      aria-label="Annuler un versement"
      sx={{ display: 'grid', gap: 1, mt: 1 }}
    >
      <FormErreur reponse={envoi.data} champs={['motif']} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="versementId" value={versementId} />
      <ChampTexte
        id={`motif-${versementId}`}
        name="motif"
        label="Pourquoi ce versement est annulé"
        multiline
        html={{ maxLength: MOTIF_ANNULATION_MAX }}
        error={Boolean(refus)}
        helperText={refus ?? phraseRetour('annulerVersement')}
      />
      <div>
        <Button
          type="submit"
          name="intent"
          value="annulerVersement"
          size="small"
          variant="outlined"
          disabled={envoi.state !== 'idle'}
        >
          Annuler ce versement
        </Button>
      </div>
    </Box>
  )
}

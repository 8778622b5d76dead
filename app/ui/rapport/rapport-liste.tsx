import { Box, Button, LinearProgress, Typography } from '@mui/material'
import { compter } from '#domain/nombre'
import type { EtatRapport } from '#domain/rapport/rapport'
import { LIBELLE_ETAT_RAPPORT } from '#libelles/rapport'
import { formatInstant } from '#libelles/temps'
import { PagesListe } from '#ui/kit/pages-liste'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { Annonce } from '#ui/kit/annonce'
import { EtatRapportChip } from '#ui/kit/etat-chip'
import { Icone } from '#ui/kit/icone/icone'

export type LigneRapport = {
  id: string
  type: string
  etat: EtatRapport
  progression: number
  total: number
  nomFichier: string
  lignes: number | null
  dureeMs: number | null
  erreur: string | null
  creeLe: Date
  campagne: { code: string; libelle: string } | null
  demandePar: { prenom: string; nom: string }
}

type Props = { rows: LigneRapport[]; total: number; page: number; taillePage: number; peut: boolean }

/** The rapports asked for, the newest first: what is being built, what can be downloaded, what failed. */
export function RapportListe({ rows, total, page, taillePage, peut }: Props) {
  const pages = Math.ceil(total / taillePage)
  const dernier = rows[0]
  return (
    <>
      <Annonce texte={dernier ? `${dernier.nomFichier}\u00a0: ${LIBELLE_ETAT_RAPPORT[dernier.etat]}` : ''} />
      <Box
        component="ul"
        aria-label="Rapports demandés"
        sx={{ listStyle: 'none', p: 0, m: 0, borderTop: 1, borderColor: 'divider' }}
      >
        {rows.map((rapport) => (
          <Box component="li" key={rapport.id} sx={{ borderBottom: 1, borderColor: 'divider', py: 1.5 }}>
            <Ligne rapport={rapport} peut={peut} />
          </Box>
        ))}
      </Box>
      <PagesListe page={page} pages={pages} adresse={(vers) => (vers > 0 ? `?page=${vers}` : '?')} />
    </>
  )
}

function Ligne({ rapport, peut }: { rapport: LigneRapport; peut: boolean }) {
  const { id, etat, nomFichier, campagne, demandePar, creeLe, erreur } = rapport
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center' }}>
      <Box sx={{ flex: '1 1 300px', minWidth: 0 }}>
        <Typography component="h2" sx={{ fontSize: '0.9375rem', fontWeight: 600, overflowWrap: 'anywhere' }}>
          {nomFichier}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[campagne?.libelle, `demandé par ${demandePar.prenom} ${demandePar.nom}`, formatInstant(creeLe)]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        {etat === 'ECHEC' && erreur && (
          <Typography variant="body2" sx={{ color: 'error.main' }}>
            {erreur}
          </Typography>
        )}
      </Box>
      <Box sx={{ flex: '0 1 240px', fontSize: '0.875rem' }}>
        <EtatRapportChip etat={etat} />
        <Avancement rapport={rapport} />
      </Box>
      <Box sx={{ width: { sm: 150 }, textAlign: { sm: 'right' } }}>
        {etat === 'PRET' && (
          <Button
            href={`/rapports/${id}/fichier`}
            download
            variant="outlined"
            startIcon={<Icone nom="download" />}
            aria-label={`Télécharger ${nomFichier}`}
          >
            Télécharger
          </Button>
        )}
        {etat === 'ECHEC' && peut && <Redemander {...{ id, nomFichier }} />}
      </Box>
    </Box>
  )
}

/** Asks again for a rapport that failed. */
function Redemander({ id, nomFichier }: Pick<LigneRapport, 'id' | 'nomFichier'>) {
  const envoi = useEnvoi<Reponse>({ nom: 'rapport', objet: id })
  return (
    <Formulaire envoi={envoi} action={`/rapports/${id}/redemander`}>
      <Button type="submit" variant="outlined" aria-label={`Redemander ${nomFichier}`}>
        Redemander
      </Button>
      <FormErreur reponse={envoi.data} />
    </Formulaire>
  )
}

function Avancement({ rapport: { etat, progression, total, lignes, dureeMs, nomFichier } }: { rapport: LigneRapport }) {
  if (etat === 'PRET' && lignes !== null) {
    const duree = dureeMs === null ? '' : ` en ${(dureeMs / 1000).toFixed(1).replace('.', ',')}\u00a0s`
    return (
      <Box sx={{ color: 'text.secondary' }}>
        {compter(lignes, 'ligne')}
        {duree}
      </Box>
    )
  }
  if (etat !== 'EN_COURS' && etat !== 'EN_ATTENTE') return null
  const part = total > 0 ? Math.min(100, (100 * progression) / total) : 0
  return (
    <>
      <LinearProgress
        variant={etat === 'EN_COURS' && total > 0 ? 'determinate' : 'indeterminate'}
        value={part}
        aria-label={`Préparation de ${nomFichier}`}
        sx={{ my: 0.5 }}
      />
      <Box sx={{ color: 'text.secondary' }}>{total > 0 ? `${Math.floor(part)}\u00a0%` : 'Dans quelques secondes…'}</Box>
    </>
  )
}

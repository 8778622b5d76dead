import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Typography } from '@mui/material'
import { compter } from '#domain/nombre'
import type { FaitPrecise } from '#domain/campagne/contexte'
import type { ChangementDemande } from '#domain/campagne/difference'
import { jourDeParis, formatJourLong } from '#domain/temps/jour'
import { LIBELLE_FAIT_PRECISE, phraseChangement } from '#libelles/campagne/exigence'
import { nomDePiece } from '#libelles/piece/piece'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampDate } from '#ui/kit/date/champ-date'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type VersionPubliee = { numero: number; publieeLe: Date | null }

export type PropsExigences = {
  adresse: string
  version: number
  suivie: VersionPubliee | null
  enVigueur: (VersionPubliee & { id: string }) | null
  changements: ChangementDemande[]
  aDire: { fait: FaitPrecise; dit: string; pieces: string[] }[]
  peutAppliquer: boolean
  peutDire: boolean
}

const publiee = ({ numero, publieeLe }: VersionPubliee) =>
  `version ${numero}${publieeLe ? ` publiée le ${formatJourLong(jourDeParis(publieeLe))}` : ''}`

/** Where what is asked of a dossier comes from, what the version in force would change, and what is to be said for it to be sure. */
export function ExigencesOuvertes({ adresse, version, suivie, enVigueur, aDire, peutDire, ...reste }: PropsExigences) {
  if (!suivie && !enVigueur && aDire.length === 0) return null
  return (
    <Box component="section" aria-label="Ce qui est demandé" sx={{ display: 'grid', gap: 0.5, mb: 2 }}>
      <Origine {...reste} adresse={adresse} version={version} suivie={suivie} enVigueur={enVigueur} />
      {aDire.length > 0 && (
        <Box component="details" sx={{ fontSize: '0.875rem', '& summary': { cursor: 'pointer', py: 0.5 } }}>
          <summary>{resume(aDire)}</summary>
          <Box sx={DE_FRONT}>
            {aDire.map((un) => (
              <Dire key={`${un.fait}/${un.dit}`} {...un} adresse={adresse} version={version} peut={peutDire} />
            ))}
          </Box>
        </Box>
      )}
    </Box>
  )
}

/** Folded, so that the document stays in sight: the summary says whether there is something to say. */
const resume = (aDire: PropsExigences['aDire']): string => {
  const n = aDire.filter(({ pieces }) => pieces.length > 0).length
  if (n === 0) return 'Ce qu’un agent a précisé'
  return `${compter(n, 'information')} à vérifier`
}

const DE_FRONT = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(auto-fill, minmax(320px, 1fr))' },
  gap: 2,
  pt: 1,
} as const

type OrigineProps = Pick<
  PropsExigences,
  'adresse' | 'version' | 'suivie' | 'enVigueur' | 'changements' | 'peutAppliquer'
>

function Origine({ adresse, version, suivie, enVigueur, changements, peutAppliquer }: OrigineProps) {
  const envoi = useEnvoi<Reponse>({ nom: 'reapplication', objet: adresse })
  const origine = suivie
    ? `Ce qui est demandé vient de la ${publiee(suivie)}`
    : 'Ce dossier ne suit encore aucune version'
  if (!enVigueur) {
    return suivie && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{`${origine}.`}</Typography>
  }
  return (
    <Bandeau severity="info">
      {`${origine}\u00a0; la version en vigueur est la ${publiee(enVigueur)}.`}
      {peutAppliquer && (
        <Formulaire envoi={envoi} action={`${adresse}/exigences`}>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="vue" value={enVigueur.id} />
          {changements.length === 0 ? (
            'Pour ce dossier, rien ne changerait dans la liste des pièces.'
          ) : (
            <>
              Ce qui changerait{'\u00a0'}:
              <Box component="ul" sx={{ my: 0.5, pl: 2.5 }}>
                {changements.map((un) => (
                  <li key={un.code}>{phraseChangement(un)}</li>
                ))}
              </Box>
            </>
          )}
          <Box sx={{ mt: 1 }}>
            <Button
              type="submit"
              name="intent"
              value="reappliquer"
              size="small"
              variant="outlined"
              disabled={envoi.state !== 'idle'}
            >
              Appliquer la version en vigueur
            </Button>
            <Retour de="reappliquerExigences" />
          </Box>
          <FormErreur reponse={envoi.data} />
        </Formulaire>
      )}
    </Bandeau>
  )
}

type DireProps = PropsExigences['aDire'][number] & { adresse: string; version: number; peut: boolean }

/** One thing the dossier does not say: the pièces that wait for it, and a form for the officer who knows. */
function Dire({ fait, dit, pieces, adresse, version, peut }: DireProps) {
  const envoi = useEnvoi<Reponse>({ nom: 'precisionExigence', objet: `${adresse}/${fait}` })
  const busy = envoi.state !== 'idle'
  const libelle = LIBELLE_FAIT_PRECISE[fait]
  const attendent =
    pieces.length > 0 ? `À vérifier\u00a0: ${pieces.map(nomDePiece).join(', ')}.` : 'Précisé par un agent.'
  const estJour = fait === 'creeeLe'
  const champ = {
    name: 'reponse',
    label: libelle,
    defaultValue: dit,
    slotProps: { inputLabel: { shrink: true } },
    sx: { flex: '1 1 200px', maxWidth: 320 },
  }
  return (
    <Formulaire envoi={envoi} action={`${adresse}/exigences`} aria-label={libelle}>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {attendent}
        {!peut && ` ${libelle}${dit ? `\u00a0: ${estJour ? formatJourLong(dit) : dit}` : ''}.`}
      </Typography>
      {peut && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <input type="hidden" name="intent" value="preciser" />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="fait" value={fait} />
          {estJour ? (
            <ChampDate {...champ} />
          ) : (
            <ChampChoix {...champ}>
              {REPONSES.map(([value, mots]) => (
                <option key={value} value={value}>
                  {mots}
                </option>
              ))}
            </ChampChoix>
          )}
          <Button type="submit" size="small" variant="outlined" disabled={busy}>
            {dit ? 'Corriger' : 'Préciser'}
          </Button>
        </Box>
      )}
      <FormErreur reponse={envoi.data} />
    </Formulaire>
  )
}

const REPONSES = [
  ['', 'Ne pas préciser'],
  ['oui', 'Oui'],
  ['non', 'Non'],
] as const

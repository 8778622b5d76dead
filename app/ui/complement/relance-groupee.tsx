import { Box, Button, LinearProgress, Link as MuiLink, Typography } from '@mui/material'
import { Link, useLocation, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { compter, formatEntier } from '#domain/nombre'
import type { Relance } from '#domain/complement/relance'
import { formatJour, type Jour } from '#domain/temps/jour'
import { Annonce } from '#ui/kit/annonce'
import { CourrielApercu, type CourrielMontre } from '#ui/courriel/courriel-apercu'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageHeader } from '#ui/kit/page-header'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Etat = 'EN_ATTENTE' | 'FAITE' | 'REFUSEE' | 'ECHEC'

type LigneRelance = {
  numero: string
  objet: string
  structure: string
  attendus: number
  limite: Jour | null
  etat: Etat
  /** Why nothing leaves. */
  motif: string | null
  /** What the reminder would say; null where none would leave. */
  genre: Relance | null
}

type Props = {
  lanceeLe: Date | null
  lignes: LigneRelance[]
  apercu: { numero: string; courriel: CourrielMontre } | null
}

/** Between two looks, in milliseconds. */
const PAS = 1_500

/** Before: what would leave, grouped, and what would not and why. After: how far it is, and what became of each dossier. */
export function RelanceGroupee({ lanceeLe, lignes, apercu }: Props) {
  return (
    <>
      <PageHeader
        titre="Relances"
        sousTitre={
          <MuiLink component={Link} to="/dossiers?vue=attente">
            Compléments attendus
          </MuiLink>
        }
      />
      {lanceeLe ? <Lancee lignes={lignes} /> : <Preparee lignes={lignes} apercu={apercu} />}
    </>
  )
}

function Preparee({ lignes, apercu }: Pick<Props, 'lignes' | 'apercu'>) {
  const envoi = useEnvoi<Reponse>({ nom: 'relances', objet: useLocation().pathname })
  const busy = envoi.state !== 'idle'
  const aRelancer = lignes.filter(({ genre }) => genre !== null).length
  return (
    <>
      <Formulaire envoi={envoi}>
        <FormErreur reponse={envoi.data} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
          <Button type="submit" variant="contained" disabled={busy || aRelancer === 0}>
            Relancer {compter(aRelancer, 'dossier')}
          </Button>
          <Typography>
            {aRelancer === 0
              ? 'Aucun de ces dossiers ne peut être relancé aujourd’hui.'
              : `${compter(aRelancer, 'courriel partira', 'courriels partiront')} dès que vous aurez confirmé.`}
          </Typography>
        </Box>
      </Formulaire>
      <Groupe titre="Avant la date limite" lignes={lignes.filter(({ genre }) => genre === 'AVANT_LIMITE')} voir />
      <Groupe titre="Délai dépassé" lignes={lignes.filter(({ genre }) => genre === 'LIMITE_PASSEE')} voir />
      <Groupe titre="Ne seront pas relancés" lignes={lignes.filter(({ genre }) => genre === null)} />
      {apercu && (
        <section aria-labelledby="apercu">
          <Typography variant="h2" id="apercu" sx={{ mb: 1 }}>
            Courriel du dossier {apercu.numero}
          </Typography>
          <Box sx={{ maxWidth: 800 }}>
            <CourrielApercu courriel={apercu.courriel} />
          </Box>
        </section>
      )}
    </>
  )
}

function Lancee({ lignes }: { lignes: LigneRelance[] }) {
  const { revalidate, state } = useRevalidator()
  const [faites, refusees, echecs] = (['FAITE', 'REFUSEE', 'ECHEC'] as const).map((etat) =>
    lignes.filter((ligne) => ligne.etat === etat),
  ) as [LigneRelance[], LigneRelance[], LigneRelance[]]
  const attente = lignes.filter(({ etat }) => etat === 'EN_ATTENTE')
  const enCours = attente.length > 0
  useEffect(() => {
    if (!enCours || state !== 'idle') return
    const timer = setTimeout(() => !document.hidden && revalidate(), PAS)
    return () => clearTimeout(timer)
  }, [enCours, state, revalidate])
  const traites = lignes.length - attente.length
  return (
    <>
      {enCours ? (
        <Box sx={{ mb: 2 }}>
          <LinearProgress
            aria-label="Avancement des relances"
            variant="determinate"
            value={Math.round((100 * traites) / lignes.length)}
          />
          <Typography variant="body2" sx={{ mt: 0.5 }}>
            {formatEntier(traites)} sur {compter(lignes.length, 'dossier')}. Vous pouvez quitter cette page{'\u00a0'}:
            les relances continuent.
          </Typography>
        </Box>
      ) : (
        <Annonce texte={`Terminé\u00a0: ${compter(faites.length, 'dossier relancé', 'dossiers relancés')}.`} />
      )}
      <Groupe titre="Relancés" lignes={faites} />
      <Groupe titre="Non relancés" lignes={refusees} />
      <Groupe titre="Échecs" lignes={echecs} />
      <Groupe titre="En cours" lignes={attente} />
    </>
  )
}

/** The dossiers that share a fate, and how many they are; nothing when there is none. */
function Groupe({ titre, lignes, voir = false }: { titre: string; lignes: LigneRelance[]; voir?: boolean }) {
  if (lignes.length === 0) return null
  return (
    <Box component="section" aria-label={titre} sx={{ mb: 3 }}>
      <Typography variant="h2" sx={{ mb: 0.5 }}>
        {titre} ({formatEntier(lignes.length)})
      </Typography>
      <Box
        component="ul"
        sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 420, overflowY: 'auto' }}
        tabIndex={0}
        role="list"
        aria-label={titre}
      >
        {lignes.map(({ numero, objet, structure, attendus, limite, motif }) => (
          <Box
            component="li"
            key={numero}
            sx={{ borderBottom: 1, borderColor: 'divider', py: 0.75, fontSize: '0.875rem' }}
          >
            <MuiLink component={Link} to={`/dossiers/${numero}/complements`} sx={{ fontWeight: 600 }}>
              {numero}
            </MuiLink>{' '}
            {objet} · {structure}
            <Box sx={{ color: 'text.secondary' }}>
              {motif ??
                (limite &&
                  `${compter(attendus, 'élément attendu', 'éléments attendus')}, limite le ${formatJour(limite)}`)}{' '}
              {voir && (
                <MuiLink
                  component={Link}
                  to={`?voir=${numero}`}
                  preventScrollReset
                  aria-label={`Voir le courriel du dossier ${numero}`}
                >
                  Voir le courriel
                </MuiLink>
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

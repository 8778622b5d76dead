import { Box, Button, Checkbox, FormControlLabel, FormHelperText, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import {
  CASES_REGLEMENT,
  type ChampReglement,
  CHAMPS_REGLEMENT,
  type SaisieReglement,
} from '#domain/campagne/reglement'
import { AIDE_REGLAGE, LIBELLE_REGLAGE } from '#libelles/campagne/campagne'
import { erreurDe, estRefusee, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

const GROUPES = ['Calendrier', 'Public', 'Montants', 'Délais', 'Courriels'] as const

/** Where each setting stands in the form, in the order of the domain: one without a place does not compile. */
const LIEU: Record<ChampReglement, (typeof GROUPES)[number]> = {
  libelle: 'Calendrier',
  ouverteLe: 'Calendrier',
  echeanceFiche: 'Calendrier',
  echeanceDepot: 'Calendrier',
  commissionLe: 'Calendrier',
  projetDu: 'Calendrier',
  projetAu: 'Calendrier',
  ageMin: 'Public',
  ageMax: 'Public',
  minParticipants: 'Public',
  maxParStructure: 'Public',
  instructeurPasseOutre: 'Montants',
  enveloppe: 'Montants',
  montantMin: 'Montants',
  montantMax: 'Montants',
  seuilConvention: 'Montants',
  tauxMax: 'Montants',
  tauxMaxBloquant: 'Montants',
  partPubliqueMax: 'Montants',
  cofinancementExige: 'Montants',
  tauxAcompte: 'Montants',
  complementJours: 'Délais',
  bilanDuJours: 'Délais',
  deverrouillageMin: 'Délais',
  deverrouillageDefaut: 'Délais',
  deverrouillageMax: 'Délais',
  accuseReception: 'Courriels',
  attenteDecision: 'Courriels',
  signatairePrenom: 'Courriels',
  signataireNom: 'Courriels',
  signataireQualite: 'Courriels',
  signataireService: 'Courriels',
  signataireAdresse: 'Courriels',
  signataireTelephone: 'Courriels',
  signataireCourriel: 'Courriels',
}

const JOURS = new Set<ChampReglement>([
  'ouverteLe',
  'echeanceFiche',
  'echeanceDepot',
  'commissionLe',
  'projetDu',
  'projetAu',
])
const CASES = new Set<ChampReglement>(CASES_REGLEMENT)

type Props = { saisie: SaisieReglement; version: number; reponse: Reponse | undefined }

/** What was typed in a refused form; an emptied field stays empty. */
const saisieDe = (reponse: Reponse) => (champ: ChampReglement) => {
  const dit = reponse.soumission.initialValue?.[champ]
  return typeof dit === 'string' ? dit : ''
}

/** The settings of a campagne, to be changed. A refusal stands beside its field, and what was typed stays. */
export function CampagneReglement({ saisie, version, reponse: sansScript }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'reglement', objet: useLocation().pathname })
  const reponse = envoi.data ?? sansScript
  const busy = envoi.state !== 'idle'
  const formulaire = useRef<HTMLFormElement>(null)
  const valeur = reponse && estRefusee(reponse) ? saisieDe(reponse) : (champ: ChampReglement) => saisie[champ]
  useEffect(() => {
    const refuse = CHAMPS_REGLEMENT.find((champ) => erreurDe(reponse, champ))
    if (refuse) formulaire.current?.querySelector<HTMLElement>(`[name="${refuse}"]`)?.focus()
  }, [reponse])
  return (
    <Formulaire envoi={envoi} ref={formulaire} noValidate key={version}>
      <input type="hidden" name="version" value={version} />
      <FormErreur reponse={reponse} champs={CHAMPS_REGLEMENT} />
      {GROUPES.map((groupe) => (
        <Box component="fieldset" key={groupe} sx={{ border: 0, p: 0, m: 0, mb: 3 }}>
          <Typography component="legend" variant="h2" sx={{ fontSize: '1.0625rem', mb: 1.5 }}>
            {groupe}
          </Typography>
          <Box sx={GRILLE}>
            {CHAMPS_REGLEMENT.filter((champ) => LIEU[champ] === groupe).map((champ) => (
              <Champ key={champ} champ={champ} valeur={valeur(champ)} erreur={erreurDe(reponse, champ)} />
            ))}
          </Box>
        </Box>
      ))}
      <Box sx={{ mt: 2 }}>
        <Button type="submit" variant="contained" disabled={busy}>
          Enregistrer les réglages
        </Button>
      </Box>
    </Formulaire>
  )
}

const GRILLE = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(280px, 1fr))' },
} as const

function Champ({ champ, valeur, erreur }: { champ: ChampReglement; valeur: string; erreur: string | undefined }) {
  const aide = AIDE_REGLAGE[champ]
  if (CASES.has(champ))
    return (
      <div>
        <FormControlLabel
          control={
            <Checkbox
              name={champ}
              value="oui"
              defaultChecked={valeur === 'oui'}
              slotProps={{ input: aide ? { 'aria-describedby': `aide-${champ}` } : {} }}
            />
          }
          label={LIBELLE_REGLAGE[champ]}
        />
        {aide && <FormHelperText id={`aide-${champ}`}>{aide}</FormHelperText>}
      </div>
    )
  const Saisie = JOURS.has(champ) ? ChampDate : ChampTexte
  return (
    <Saisie
      id={champ}
      name={champ}
      label={LIBELLE_REGLAGE[champ]}
      defaultValue={valeur}
      error={Boolean(erreur)}
      helperText={erreur ?? aide}
    />
  )
}

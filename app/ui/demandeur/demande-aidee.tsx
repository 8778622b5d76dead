import { Alert, Button, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { LONGUEUR_MAX_MOT } from '#domain/demande-en-ligne/aide'
import { MINUTES_DE_VUE } from '#domain/demandeur/vue-du-demandeur'
import { ETAPES, type Etape, etapeDe } from '#domain/demande-en-ligne/etapes'
import type { Repondues, ReponseRefusee } from '#domain/demande-en-ligne/reponses'
import { compter } from '#domain/nombre'
import { phraseDeRefus, questionDe, reponsesDites, TITRE_ETAPE } from '#libelles/demande-en-ligne/demande-en-ligne'
import { nomPourLeDemandeur } from '#libelles/piece/piece'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'
import { type MotDit, MotsDEtape } from '#ui/extranet/demande-en-ligne/mots-d-etape'
import commun from '#ui/extranet/extranet.module.css'
import { Faits } from '#ui/extranet/faits'
import { Retour } from '#ui/kit/acte/retour'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Vue = Repondues & {
  aReprendre: readonly ReponseRefusee[]
  fichiers: readonly { id: string; code: string; nomFichier: string; taille: number }[]
  manquantes: readonly string[]
  mots: readonly MotDit[]
}

type Props = {
  entete: { id: string; structure: string; campagne: string; echeance: Date; demandeePar: string }
  /** Null until the officer opens it. */
  vue: Vue | null
}

/** A demande that is not deposited, for the officer whom its structure lets see it: read, step by step, with a word to say of each. */
export function DemandeAidee({ entete, vue }: Props) {
  const { structure, campagne, echeance, demandeePar } = entete
  return (
    <>
      <p>
        <MuiLink component={Link} underline="always" to="/aides">
          Retour aux aides demandées
        </MuiLink>
      </p>
      <Typography variant="h1">{structure}</Typography>
      <Typography sx={{ my: 1 }}>
        {campagne}. Aide demandée par {demandeePar}, jusqu’au {formatInstant(echeance)}.
      </Typography>
      {vue ? (
        <>
          <Alert severity="info" role="note" sx={{ my: 2 }}>
            <strong>Vue du demandeur, en lecture seule.</strong> Cette demande n’est pas déposée. Vous n’y changez rien
            {'\u00a0'}: un mot que vous écrivez s’affiche à la structure, sur l’étape.
          </Alert>
          {ETAPES.map((etape) => (
            <section key={etape} aria-labelledby={`etape-${etape}`}>
              <Typography variant="h2" id={`etape-${etape}`} sx={{ mt: 3, mb: 1 }}>
                {TITRE_ETAPE[etape]}
              </Typography>
              <CeQuiEstEcrit etape={etape} vue={vue} />
              <MotsDEtape mots={vue.mots} etape={etape} />
              <MotADire id={entete.id} etape={etape} />
            </section>
          ))}
        </>
      ) : (
        <AOuvrir id={entete.id} />
      )}
    </>
  )
}

function CeQuiEstEcrit({ etape, vue: { aReprendre, fichiers, manquantes, ...repondues } }: { etape: Etape; vue: Vue }) {
  if (etape === 'PIECES')
    return (
      <div className={commun.fiche}>
        {fichiers.length === 0 && <p>Aucun fichier n’est donné.</p>}
        <ul>
          {fichiers.map(({ id, code, nomFichier, taille }) => (
            <li key={id} style={{ overflowWrap: 'anywhere' }}>
              {nomPourLeDemandeur(code)}
              {'\u00a0'}: {nomFichier}, {tailleLisible(taille)}
            </li>
          ))}
        </ul>
        {manquantes.length > 0 && (
          <p>
            Manquent{'\u00a0'}: {manquantes.map((code) => nomPourLeDemandeur(code)).join(', ')}.
          </p>
        )}
      </div>
    )
  const dites = reponsesDites(etape, repondues)
  const fautes = aReprendre.filter(({ champ }) => etapeDe(champ) === etape)
  return (
    <div className={commun.fiche}>
      {dites.length === 0 ? <p>Rien n’y est encore répondu.</p> : <Faits faits={dites} />}
      {fautes.length > 0 && (
        <ul aria-label="Ce qui manque ou ne va pas">
          {fautes.map((une) => (
            <li key={une.champ}>
              {questionDe(une.champ, repondues.posees)}
              {'\u00a0'}: {phraseDeRefus(une)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function MotADire({ id, etape }: { id: string; etape: Etape }) {
  const envoi = useEnvoi<Reponse>({ nom: 'motDAide', objet: `${id} ${etape}` })
  const refus = erreurDe(envoi.data, 'texte')
  const titre = `Un mot à la structure sur l’étape «\u00a0${TITRE_ETAPE[etape]}\u00a0»`
  return (
    <Formulaire envoi={envoi} className={commun.fiche} noValidate aria-label={titre} style={{ marginTop: 16 }}>
      <FormErreur reponse={envoi.data} champs={['texte']} />
      <input type="hidden" name="intent" value="conseiller" readOnly />
      <input type="hidden" name="etape" value={etape} readOnly />
      <ChampTexte
        name="texte"
        label={titre}
        multiline
        minRows={2}
        maxRows={10}
        error={refus !== undefined}
        helperText={refus ?? 'La structure le lit en haut de cette étape.'}
        html={{ maxLength: LONGUEUR_MAX_MOT }}
      />
      <Retour de="conseiller" />
      <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
        Afficher ce mot à la structure
      </Button>
    </Formulaire>
  )
}

function AOuvrir({ id }: { id: string }) {
  const envoi = useEnvoi({ nom: 'vueDuDemandeur', objet: id })
  return (
    <>
      <Typography>
        La page suivante montre ce que la structure a écrit, en lecture seule, pendant{' '}
        {compter(MINUTES_DE_VUE, 'minute')}. Le journal dit que vous l’avez ouverte.
      </Typography>
      <Formulaire envoi={envoi} aria-label="Ouvrir la vue du demandeur" style={{ margin: '16px 0' }}>
        <input type="hidden" name="intent" value="ouvrir" readOnly />
        <Retour de="voirCommeLeDemandeur" />
        <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
          Ouvrir la vue du demandeur
        </Button>
      </Formulaire>
    </>
  )
}

import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { Fragment } from 'react'
import type { ChampReglement } from '#domain/campagne/champs-reglement'
import type { SaisieReglement } from '#domain/campagne/reglement'
import type { NatureVotee } from '#domain/dossier/decision'
import type { FormulaireReglement } from '#libelles/campagne/formulaire-reglement'
import { ReglementApercu, type ReglementPrevu } from '#ui/campagne/reglement-apercu'
import { ReglementChamp } from '#ui/campagne/reglement-champ'
import css from '#ui/campagne/reglement.module.css'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type ReponseReglement = Reponse<{ apercu: ReglementPrevu }>

type Props = FormulaireReglement & {
  /** Of the campagne. */
  code: string
  saisie: SaisieReglement
  version: number
  reponse: ReponseReglement | undefined
}

/** What was typed in a form that was looked at or refused; an emptied field stays empty. */
export const saisieDe = (reponse: Reponse) => (champ: ChampReglement) => {
  const dit = reponse.soumission.initialValue?.[champ]
  return [dit]
    .flat()
    .filter((mot) => typeof mot === 'string')
    .join(',')
}

const LETTRES = [
  ['ACCORDE', 'lettre d’accord'],
  ['ACCORDE_PARTIEL', 'lettre d’accord partiel'],
  ['REFUSE', 'lettre de refus'],
] as const satisfies (readonly [NatureVotee, string])[]

/** The letters as the settings that are kept make them: what is typed and not kept yet changes none. */
const Lettres = ({ code }: Pick<Props, 'code'>) => (
  <p>
    Telles que les font les réglages enregistrés, sur une demande inventée (PDF){'\u00a0'}:{' '}
    {LETTRES.map(([nature, nom], rang) => (
      <Fragment key={nature}>
        {rang > 0 && ', '}
        <MuiLink
          underline="always"
          href={`/administration/campagnes/${code}/lettre?nature=${nature}`}
          target="_blank"
          rel="noreferrer"
        >
          {nom}
        </MuiLink>
      </Fragment>
    ))}
    .
  </p>
)

/**
 * The settings of a campagne, to be changed: first what it would do to the dossiers in course, then the yes. A refusal stands beside its
 * field, and what was typed stays.
 */
export function CampagneReglement({ groupes, genres, code, saisie, version, reponse: sansScript }: Props) {
  const envoi = useEnvoi<ReponseReglement>({ nom: 'reglement', objet: useLocation().pathname })
  const reponse = envoi.data ?? sansScript
  const formulaire = useFoyerDuRefus(reponse)
  const valeur = sansScript ? saisieDe(sansScript) : (champ: ChampReglement) => saisie[champ]
  const noms = groupes.flatMap(({ champs }) => champs.map(({ nom }) => nom))
  const occupe = envoi.state !== 'idle'
  return (
    <Formulaire envoi={envoi} ref={formulaire} noValidate key={version}>
      <input type="hidden" name="version" value={version} />
      <FormErreur reponse={reponse} champs={noms} />
      {groupes.map(({ titre, champs }) => (
        <fieldset className={css.groupe} key={titre}>
          <Typography component="legend" variant="h2" sx={{ fontSize: '1.0625rem', mb: 1.5 }}>
            {titre}
          </Typography>
          <div className={css.grille}>
            {champs.map((champ) => (
              <ReglementChamp
                key={champ.nom}
                {...champ}
                genres={genres}
                valeur={valeur(champ.nom)}
                erreur={erreurDe(reponse, champ.nom)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Lettres code={code} />
      {reponse?.apercu && <ReglementApercu {...reponse.apercu} occupe={occupe} />}
      <Box sx={{ mt: 2 }}>
        <Button type="submit" variant={reponse?.apercu ? 'outlined' : 'contained'} disabled={occupe}>
          {reponse?.apercu ? 'Voir de nouveau ce qui changerait' : 'Enregistrer les réglages'}
        </Button>
      </Box>
    </Formulaire>
  )
}

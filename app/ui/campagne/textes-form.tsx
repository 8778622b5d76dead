import { Button, Link as MuiLink, Typography } from '@mui/material'
import { Link, useLocation } from '@remix-run/react'
import { TextesVersions, type VersionMontree } from '#ui/campagne/textes-versions'
import { CourrielApercu, type CourrielMontre } from '#ui/courriel/courriel-apercu'
import css from '#ui/campagne/textes.module.css'
import { Bandeau } from '#ui/kit/bandeau'
import { Retour } from '#ui/kit/acte/retour'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Fixe = { genre: 'fixe'; nom: string }
type Prose = {
  genre: 'prose'
  cle: string
  nom: string
  texte: string
  requises: readonly string[]
  facultatif: boolean
  enUneLigne: boolean
}

type Props = {
  code: string
  nom: string
  version: number
  jeton: string
  parties: readonly (Fixe | Prose)[]
  variables: readonly { cle: string; nom: string }[]
  sujets: readonly { id: string; nom: string }[]
  /** The version whose texts are shown in place of those in force; 0 for those of the house. */
  reprise: number | undefined
  versions: readonly VersionMontree[]
}

type Vu = Reponse<{ apercu: { cas: string; courriel: CourrielMontre }[]; essai: string }>

const aideDe = ({ requises, facultatif }: Prose) => {
  if (requises.length > 0) return `À garder\u00a0: ${requises.map((une) => `{${une}}`).join(', ')}`
  return facultatif ? 'Peut rester vide.' : ''
}

/** One mail of a campagne: what the law keeps in it, what is worded here, how it would leave, and its versions. */
export function TextesForm({ code, nom, version, jeton, parties, variables, sujets, reprise, versions }: Props) {
  const { pathname } = useLocation()
  const envoi = useEnvoi<Vu>({ nom: 'textes', objet: pathname })
  const formulaire = useFoyerDuRefus(envoi.data)
  const occupe = envoi.state !== 'idle'
  const noms = parties.flatMap((partie) => (partie.genre === 'prose' ? `textes.${partie.cle}` : []))
  return (
    <>
      <Typography variant="h2">{nom}</Typography>
      <MuiLink component={Link} to={`/administration/campagnes/${code}/courriels`} underline="always">
        Tous les courriels
      </MuiLink>
      {reprise !== undefined && (
        <Bandeau severity="info" marges="my1">
          {`${reprise === 0 ? 'Les textes d’origine sont remis' : `Les textes de la version ${reprise} sont remis`} dans les champs\u00a0: enregistrez pour y revenir.`}
        </Bandeau>
      )}
      <Formulaire envoi={envoi} ref={formulaire} noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="jeton" value={jeton} />
        <FormErreur reponse={envoi.data} champs={noms} />
        {envoi.data?.essai && <Bandeau severity="success">{envoi.data.essai}</Bandeau>}
        <ol className={css.parties}>
          {parties.map((partie) =>
            partie.genre === 'fixe' ? (
              <li key={partie.nom} className={css.fixe}>
                {partie.nom} <small>toujours dit, ne se modifie pas</small>
              </li>
            ) : (
              <li key={partie.cle}>
                <ChampTexte
                  id={`textes-${partie.cle}`}
                  name={`textes.${partie.cle}`}
                  label={partie.nom}
                  defaultValue={partie.texte}
                  multiline={!partie.enUneLigne}
                  minRows={partie.facultatif ? 1 : 2}
                  error={erreurDe(envoi.data, `textes.${partie.cle}`) !== undefined}
                  helperText={erreurDe(envoi.data, `textes.${partie.cle}`) ?? aideDe(partie)}
                />
              </li>
            ),
          )}
        </ol>
        <details className={css.mots}>
          <summary>Mots remplacés dans chaque courriel</summary>
          <dl>
            {variables.map(({ cle, nom: dit }) => (
              <div key={cle}>
                <dt>{`{${cle}}`}</dt>
                <dd>{dit}</dd>
              </div>
            ))}
          </dl>
        </details>
        <ChampChoix name="sujetId" label="Montrer sur" defaultValue={sujets[0]?.id ?? ''} sx={{ mb: 1, maxWidth: 480 }}>
          {sujets.map(({ id, nom: dit }) => (
            <option key={id} value={id}>
              {dit}
            </option>
          ))}
          <option value="">un exemple inventé</option>
        </ChampChoix>
        <div className={css.boutons}>
          <Button type="submit" name="intent" value="enregistrer" variant="contained" disabled={occupe}>
            Enregistrer le texte
          </Button>
          <Button type="submit" name="intent" value="voir" variant="outlined" disabled={occupe}>
            Voir le courriel
          </Button>
          <Button type="submit" name="intent" value="essayer" disabled={occupe}>
            M’envoyer un essai
          </Button>
          <Retour de="reglerTextes" />
        </div>
      </Formulaire>
      {envoi.data?.apercu?.map(({ cas, courriel }) => (
        <section key={cas} aria-label={cas || 'Courriel d’exemple'} className={css.apercu}>
          {cas && <h3>{cas}</h3>}
          <CourrielApercu courriel={courriel} />
        </section>
      ))}
      <TextesVersions adresse={pathname} versions={versions} />
    </>
  )
}

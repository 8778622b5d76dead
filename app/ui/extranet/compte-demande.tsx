import { useEffect, useRef } from 'react'
import { ROLES_MEMBRE } from '#domain/ouverture-de-compte/membre'
import { CHAMPS_OUVERTURE, type ChampOuverture, LONGUEUR_MAX_OUVERTURE } from '#domain/ouverture-de-compte/ouverture'
import type { Genre } from '#domain/structure/genre'
import {
  AIDE_CHAMP_OUVERTURE,
  CHOIX_ROLE_MEMBRE,
  LIBELLE_CHAMP_OUVERTURE,
} from '#libelles/ouverture-de-compte/ouverture'
import css from '#ui/extranet/extranet.module.css'
import { avantDe, RefusResume } from '#ui/extranet/refus-resume'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { OptionsDeGenre } from '#ui/kit/options-de-genre'

/** What is about to be asked, as it is read again. */
type Apercu = {
  lue: Record<ChampOuverture, string>
  copie: readonly (readonly [nom: string, valeur: string])[]
  connue: { nom: string; commune: string } | null
  nonDemande: string
}

export type ReponseOuverture = Reponse<{ apercu: Apercu | null }>

const NOMS = CHAMPS_OUVERTURE.map((champ) => [champ, LIBELLE_CHAMP_OUVERTURE[champ]] as const)

type Props = { genres: readonly Genre[]; recue: ReponseOuverture | undefined }

/** Asks for an account: what is answered, then the same read again before it leaves. It goes without a script. */
export function CompteDemande({ genres, recue }: Props) {
  const envoi = useEnvoi<ReponseOuverture>({ nom: 'ouvertureDeCompte', objet: '' })
  const reponse = envoi.data ?? recue
  const apercu = reponse?.apercu ?? null
  const occupe = envoi.state !== 'idle'
  return (
    <>
      <h1>Demandez une ouverture de compte</h1>
      <p className={css.etape}>
        Étape {apercu ? 2 : 1} sur 2{'\u00a0'}: {apercu ? 'relisez votre demande' : 'vous et votre structure'}
      </p>
      <RefusResume reponse={reponse} questions={NOMS} />
      <Formulaire envoi={envoi} className={css.fiche} noValidate aria-label="Ouverture de compte">
        {apercu ? (
          <Relecture apercu={apercu} occupe={occupe} />
        ) : (
          <>
            <p>
              Une étoile (*) marque les questions auxquelles il faut répondre. Nous répondons sous 48{'\u00a0'}heures
              ouvrées à l’adresse que vous donnez.
            </p>
            <Questions genres={genres} reponse={reponse} />
            <button type="submit" name="intent" value="previsualiser" className={css.bouton} disabled={occupe}>
              Relire ma demande
            </button>
          </>
        )}
      </Formulaire>
    </>
  )
}

const PERSONNE = ['prenom', 'nom', 'courriel', 'fonction', 'role'] as const
const STRUCTURE = ['siret', 'genre'] as const
const INCONNUE = ['raisonSociale', 'adresse', 'codePostal', 'commune'] as const

type Ensemble = { genres: readonly Genre[]; reponse: Reponse | undefined }

const Questions = (ensemble: Ensemble) => (
  <>
    <fieldset>
      <legend>Vous</legend>
      {PERSONNE.map((champ) => (
        <Une key={champ} champ={champ} {...ensemble} />
      ))}
    </fieldset>
    <fieldset>
      <legend>Votre structure</legend>
      {STRUCTURE.map((champ) => (
        <Une key={champ} champ={champ} {...ensemble} />
      ))}
      <p>
        Si le Département connaît déjà ce SIRET, vous demanderez à rejoindre cette structure{'\u00a0'}: laissez vides
        les quatre champs qui suivent.
      </p>
      {INCONNUE.map((champ) => (
        <Une key={champ} champ={champ} {...ensemble} />
      ))}
    </fieldset>
  </>
)

const COMPLETIONS: { [C in ChampOuverture]?: string } = {
  prenom: 'given-name',
  nom: 'family-name',
  courriel: 'email',
  fonction: 'organization-title',
  raisonSociale: 'organization',
  adresse: 'street-address',
  codePostal: 'postal-code',
  commune: 'address-level2',
}

const FACULTATIFS: readonly ChampOuverture[] = ['genre', ...INCONNUE]

function Une({ champ, genres, reponse }: Ensemble & { champ: ChampOuverture }) {
  const refus = erreurDe(reponse, champ)
  const commun = {
    id: champ,
    name: champ,
    label: LIBELLE_CHAMP_OUVERTURE[champ],
    defaultValue: avantDe(reponse, champ),
    error: refus !== undefined,
    helperText: refus ?? AIDE_CHAMP_OUVERTURE[champ],
    required: !FACULTATIFS.includes(champ),
  }
  return (
    <div className={css.question}>
      {champ === 'genre' || champ === 'role' ? (
        <ChampChoix {...commun}>
          <option value="">{champ === 'genre' ? 'D’après le SIRET' : 'Choisissez'}</option>
          {champ === 'genre' ? (
            <OptionsDeGenre genres={genres} />
          ) : (
            ROLES_MEMBRE.map((un) => (
              <option key={un} value={un}>
                {CHOIX_ROLE_MEMBRE[un]}
              </option>
            ))
          )}
        </ChampChoix>
      ) : (
        <ChampTexte
          {...commun}
          {...(COMPLETIONS[champ] && { autoComplete: COMPLETIONS[champ] })}
          {...(champ === 'courriel' && { type: 'email' })}
          html={{
            maxLength: LONGUEUR_MAX_OUVERTURE,
            ...((champ === 'siret' || champ === 'codePostal') && { inputMode: 'numeric' as const }),
          }}
        />
      )}
    </div>
  )
}

/** Nothing has left yet: it is read again, mended or sent. */
function Relecture({ apercu: { lue, copie, connue, nonDemande }, occupe }: { apercu: Apercu; occupe: boolean }) {
  const titre = useRef<HTMLHeadingElement>(null)
  useEffect(() => titre.current?.focus(), [])
  return (
    <>
      <h2 ref={titre} tabIndex={-1}>
        Votre demande
      </h2>
      <dl className={css.faits}>
        {copie.map(([nom, valeur]) => (
          <div key={nom} style={{ display: 'contents' }}>
            <dt>{nom}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
      </dl>
      {connue && (
        <p>
          Le Département connaît déjà cette structure, sous le nom {connue.nom}
          {connue.commune && `, à ${connue.commune}`}
          {'\u00a0'}: vous demandez à la rejoindre.
        </p>
      )}
      <p>{nonDemande}</p>
      {CHAMPS_OUVERTURE.map((champ) => (
        <input key={champ} type="hidden" name={champ} value={lue[champ]} />
      ))}
      <div className={css.actes}>
        <button type="submit" name="intent" value="envoyer" className={css.bouton} disabled={occupe}>
          Envoyer ma demande
        </button>
        <button
          type="submit"
          name="intent"
          value="modifier"
          className={`${css.bouton} ${css.second}`}
          disabled={occupe}
        >
          Modifier
        </button>
      </div>
    </>
  )
}

import { Button } from '@mui/material'
import { compter } from '#domain/nombre'
import { type RoleMembre, ROLES_MEMBRE } from '#domain/ouverture-de-compte/membre'
import { LONGUEUR_MAX_MOTIF } from '#domain/ouverture-de-compte/reponse'
import type { Genre } from '#domain/structure/genre'
import { formatSiret } from '#domain/structure/identifiants'
import { LIBELLE_ROLE_MEMBRE } from '#libelles/ouverture-de-compte/ouverture'
import css from '#ui/ouverture-de-compte/comptes-a-ouvrir.module.css'
import { Retour } from '#ui/kit/acte/retour'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { OptionsDeGenre } from '#ui/kit/options-de-genre'

type Candidate = {
  id: string
  nom: string
  siret: string | null
  commune: string
  parSiren: boolean
  membres: number
  dossiers: number
}

export type OuvertureARepondre = {
  id: string
  version: number
  prenom: string
  nom: string
  courriel: string
  role: RoleMembre
  genre: Genre | null
  structures: readonly Candidate[]
}

const nomDe = ({ nom, commune, siret, membres, dossiers }: Candidate) =>
  [nom, commune, siret ? formatSiret(siret) : 'SIRET inconnu', compter(dossiers, 'dossier'), compter(membres, 'compte')]
    .filter(Boolean)
    .join(' · ')

/** Opens the account, after what the person said of themselves was looked at. */
export function OuvertureAccepter({ ouverture, genres }: { ouverture: OuvertureARepondre; genres: readonly Genre[] }) {
  const { id, version, prenom, nom, courriel, role, genre, structures } = ouverture
  const envoi = useEnvoi<Reponse>({ nom: 'compteAOuvrir', objet: id })
  const connues = structures.filter(({ parSiren }) => parSiren)
  return (
    <Formulaire envoi={envoi} aria-label={`Ouvrir le compte de ${prenom} ${nom}`}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="intent" value="accepter" />
      <input type="hidden" name="ouvertureId" value={id} />
      <input type="hidden" name="version" value={version} />
      <div className={css.champs}>
        <ChampChoix
          id={`structure-${id}`}
          name="structureId"
          label="Structure"
          defaultValue={connues[0]?.id ?? ''}
          helperText={
            connues.length > 0
              ? 'Le SIREN est connu\u00a0: la personne rejoint une structure, aucune n’est créée.'
              : undefined
          }
        >
          {connues.length === 0 && <option value="">Créer la structure</option>}
          {structures.map((une) => (
            <option key={une.id} value={une.id}>
              {une.parSiren ? 'Rejoindre' : 'Même nom'}
              {`\u00a0: ${nomDe(une)}`}
            </option>
          ))}
        </ChampChoix>
        <ChampChoix id={`role-${id}`} name="role" label="Rôle" defaultValue={role}>
          {ROLES_MEMBRE.map((un) => (
            <option key={un} value={un}>
              {LIBELLE_ROLE_MEMBRE[un]}
            </option>
          ))}
        </ChampChoix>
        {connues.length === 0 ? (
          <ChampChoix id={`genre-${id}`} name="genre" label="Nature de la structure" defaultValue={genre ?? ''}>
            <OptionsDeGenre genres={genres} />
          </ChampChoix>
        ) : (
          <input type="hidden" name="genre" value={genre ?? ''} />
        )}
      </div>
      <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
        Ouvrir le compte et l’écrire à {courriel}
      </Button>
      <Retour de="accepterOuverture" />
    </Formulaire>
  )
}

/** Does not open it, and says why to the person. */
export function OuvertureRefuser({ ouverture: { id, version, prenom, nom } }: { ouverture: OuvertureARepondre }) {
  const envoi = useEnvoi<Reponse>({ nom: 'compteRefuse', objet: id })
  const refus = erreurDe(envoi.data, 'motif')
  return (
    <details className={css.refus}>
      <summary>Refuser…</summary>
      <Formulaire envoi={envoi} noValidate aria-label={`Refuser le compte de ${prenom} ${nom}`}>
        <FormErreur reponse={envoi.data} champs={['motif']} />
        <input type="hidden" name="intent" value="refuser" />
        <input type="hidden" name="ouvertureId" value={id} />
        <input type="hidden" name="version" value={version} />
        <ChampTexte
          id={`motif-${id}`}
          name="motif"
          label="Motif, tel que la personne le lira"
          multiline
          minRows={3}
          maxRows={10}
          error={refus !== undefined}
          helperText={refus}
          html={{ maxLength: LONGUEUR_MAX_MOTIF }}
        />
        <Button type="submit" variant="outlined" color="error" disabled={envoi.state !== 'idle'}>
          Refuser le compte
        </Button>
        <Retour de="refuserOuverture" />
      </Formulaire>
    </details>
  )
}

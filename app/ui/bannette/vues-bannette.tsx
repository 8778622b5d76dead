import { Link, useLocation } from '@remix-run/react'
import { useRef } from 'react'
import type { Bannette } from '#domain/bannette/vue-enregistree'
import { NOM_VUE_MAX } from '#domain/bannette/vue-enregistree'
import css from '#ui/bannette/menu-bannette.module.css'
import { useEnvoi, useLecture } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { Icone } from '#ui/kit/icone/icone'
import { useSeFerme } from '#ui/kit/menu/se-ferme'

type Vue = {
  id: string
  nom: string
  recherche: string
  version: number
  partageePar: string | null
  peutRetirer: boolean
}

/** The narrowings of a bannette kept under a name, mine and those that are shared; they are asked for when the menu opens. */
export function VuesBannette({ bannette }: { bannette: Bannette }) {
  const panneau = useRef<HTMLDetailsElement>(null)
  useSeFerme(panneau)
  const { load, data } = useLecture<{ vues: Vue[] }>()
  const { search } = useLocation()
  const fermer = () => {
    if (panneau.current) panneau.current.open = false
  }
  return (
    <details
      ref={panneau}
      className={css.menu}
      onToggle={(event) => {
        if (event.currentTarget.open) load(`/vues?bannette=${bannette}`)
      }}
    >
      <summary>
        Vues <Icone nom="arrow-drop-down" />
      </summary>
      <div className={css.panneau}>
        {data?.vues.length === 0 && <p>Aucune vue enregistrée.</p>}
        <ul>
          {data?.vues.map((vue) => (
            <li key={vue.id}>
              <Link to={`/${bannette}?${vue.recherche}`} onClick={fermer}>
                {vue.nom}
                {vue.partageePar && <small>partagée par {vue.partageePar}</small>}
              </Link>
              {vue.peutRetirer && <Retirer {...vue} />}
            </li>
          ))}
        </ul>
        <Enregistrer bannette={bannette} recherche={search.slice(1)} fermer={fermer} />
      </div>
    </details>
  )
}

function Retirer({ id, nom, version }: Vue) {
  const envoi = useEnvoi({ nom: 'vue', objet: id })
  return (
    <Formulaire envoi={envoi} action={`/vues/${id}`}>
      <input type="hidden" name="version" value={version} />
      <button type="submit" aria-label={`Retirer la vue ${nom}`} disabled={envoi.state !== 'idle'}>
        <Icone nom="close" />
      </button>
    </Formulaire>
  )
}

function Enregistrer({ bannette, recherche, fermer }: { bannette: Bannette; recherche: string; fermer: () => void }) {
  const envoi = useEnvoi<Reponse>({ nom: 'vue', objet: bannette })
  const refus = erreurDe(envoi.data, '')
  return (
    <Formulaire envoi={envoi} action="/vues" className={css.saisie} onSubmit={fermer}>
      <input type="hidden" name="bannette" value={bannette} />
      <input type="hidden" name="recherche" value={recherche} />
      <label>
        Garder ce qui est affiché sous le nom
        <input name="nom" required maxLength={NOM_VUE_MAX} autoComplete="off" />
      </label>
      {refus && <p role="alert">{refus}</p>}
      <label className={css.coche}>
        <input type="checkbox" name="partagee" /> Partager avec le service
      </label>
      <button type="submit" disabled={envoi.state !== 'idle'}>
        Enregistrer la vue
      </button>
    </Formulaire>
  )
}

import { type KeyboardEvent, useState } from 'react'
import { useLocation } from '@remix-run/react'
import { type Forme, formeDe, LONGUEUR_MAX_CHAMP, type ChampEnregistre } from '#domain/pre-projet/champs'
import type { Champ } from '#domain/pre-projet/fiche'
import type { Verification } from '#domain/pre-projet/verifications'
import { phraseSource, valeurEnSaisie } from '#libelles/pre-projet/fiche'
import { LIBELLE_CHAMP } from '#libelles/pre-projet/fiche-lue'
import { useALaReponse } from '#ui/kit/acte/a-la-reponse'
import { montrer, SaisieDate } from '#ui/kit/date/saisie-date'
import { sortDe, useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { Icone } from '#ui/kit/icone/icone'
import css from '#ui/pre-projet/fiche-champ.module.css'
import { FicheLecture, phraseCertitude } from '#ui/pre-projet/fiche-lecture'

const CLAVIERS: Partial<Record<Forme, 'numeric' | 'decimal' | 'email'>> = {
  NOMBRE: 'numeric',
  SIRET: 'numeric',
  CODE_POSTAL: 'numeric',
  MONTANT: 'decimal',
  COURRIEL: 'email',
}

/** Characters that fit beside a label; longer words have as many lines as they need. */
const UNE_LIGNE = 28

type Props = {
  champ: Champ
  garde: ChampEnregistre | undefined
  aRelire: boolean
  version: number
  /** May this agent confirm. */
  peut: boolean
  alertes: Verification[]
  /** The officer is on this field. */
  onRegarder: (champ: Champ) => void
  /** They ask to see where it was read. */
  onVoir: (champ: Champ) => void
  /** A key sent it: the next one may be looked at before it is answered. */
  onEnvoi: (champ: Champ) => void
  onReponse: (champ: Champ, reponse: { refusee: boolean }) => void
}

/**
 * One field of the fiche, always open to be corrected: on one line when it is sure, with a dot that says how sure; else standing out, with what is
 * doubtful about it and a button that settles it.
 */
export function FicheChamp(props: Props) {
  const { champ, garde, aRelire, version, peut, alertes, onRegarder, onVoir, onEnvoi, onReponse } = props
  const envoi = useEnvoi<Reponse>({ nom: 'champFiche', objet: `${useLocation().pathname}/${champ}` })
  const valeur = valeurEnSaisie(champ, garde?.valeur ?? null)
  const [faute, setFaute] = useState<string | null>(null)
  const erreur = faute ?? (envoi.state === 'idle' ? erreurDe(envoi.data, 'texte') : undefined)
  const id = `champ-${champ}`
  const form = useFoyerDuRefus(envoi.data)
  const forme = formeDe(champ)
  const long = forme === 'LONG' || (forme === 'TEXTE' && valeur.length > UNE_LIGNE)
  const ouvert = aRelire || alertes.length > 0
  const commun = {
    id: `${id}-texte`,
    name: 'texte',
    readOnly: !peut,
    placeholder: ouvert ? undefined : '–',
    'aria-invalid': erreur ? true : undefined,
    'aria-describedby': `${erreur ? `${id}-erreur ` : ''}lecture-${champ}`,
  }
  useALaReponse(envoi.data ?? undefined, (reponse) => onReponse(champ, { refusee: sortDe(reponse) !== 'FAIT' }))
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const enTexteLong = event.target instanceof HTMLTextAreaElement
    if (!(event.target instanceof HTMLInputElement || enTexteLong)) return
    const bouton = event.currentTarget.querySelector<HTMLElement>('[type="submit"]')
    if (event.key === 'Escape') bouton?.focus()
    if (event.key !== 'Enter') return
    const envoie = event.ctrlKey || (enTexteLong && forme === 'TEXTE')
    // Held down, it would go on from field to field.
    if (event.repeat || envoie) event.preventDefault()
    if (envoie && !event.repeat) bouton?.click()
  }
  const acte = garde?.confirme ? 'Corriger' : 'Confirmer'
  return (
    <Formulaire
      envoi={envoi}
      id={id}
      ref={form}
      className={ouvert ? css.ouvert : css.ligne}
      onFocus={() => onRegarder(champ)}
      onKeyDown={onKeyDown}
    >
      <input type="hidden" name="intent" value="confirmer" />
      <input type="hidden" name="champ" value={champ} />
      <input type="hidden" name="version" value={version} />
      <label htmlFor={commun.id} className={css.label}>
        {LIBELLE_CHAMP[champ]}
      </label>
      <div className={css.saisie}>
        {forme === 'JOUR' ? (
          <SaisieDate
            key={valeur}
            {...commun}
            defaultValue={montrer(garde?.valeur ?? '')}
            libelle={LIBELLE_CHAMP[champ]}
            onPhrase={setFaute}
          />
        ) : long ? (
          <textarea key={valeur} {...commun} rows={2} defaultValue={valeur} maxLength={LONGUEUR_MAX_CHAMP} />
        ) : (
          <input
            key={valeur}
            {...commun}
            type="text"
            defaultValue={valeur}
            maxLength={LONGUEUR_MAX_CHAMP}
            inputMode={CLAVIERS[forme]}
          />
        )}
        {forme === 'MONTANT' && <span>€</span>}
      </div>
      <div className={css.actes}>
        {garde?.source && (
          <button
            type="button"
            className={css.voir}
            onClick={() => onVoir(champ)}
            aria-label={`Voir où ${LIBELLE_CHAMP[champ]} a été lu\u00a0: ${phraseSource(garde)}`}
          >
            <Icone nom="search" />
          </button>
        )}
        {peut && (
          <button
            type="submit"
            className={garde?.confirme ? `${css.point} ${css.confirme}` : css.point}
            aria-describedby={`lecture-${champ}`}
            aria-label={`${acte} ${LIBELLE_CHAMP[champ]}`}
            title={ouvert ? undefined : `${phraseCertitude(champ, garde)} ${acte}`}
            onClick={({ detail }) => detail === 0 && onEnvoi(champ)}
          >
            {ouvert ? acte : <Icone nom={garde?.confirme ? 'check-circle' : 'check'} />}
          </button>
        )}
      </div>
      {erreur && (
        <p id={`${id}-erreur`} className={css.erreur}>
          {erreur}
        </p>
      )}
      <div className={css.refus}>
        <FormErreur reponse={envoi.data} champs={['texte']} />
      </div>
      <div className={css.lecture} hidden={!ouvert}>
        <FicheLecture {...{ champ, garde, aRelire, alertes }} />
      </div>
    </Formulaire>
  )
}

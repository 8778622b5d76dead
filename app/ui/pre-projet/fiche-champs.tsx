import { Box, Button, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { accorder, compter } from '#domain/nombre'
import type { ChampsEnregistres } from '#domain/pre-projet/champs'
import { CHAMPS, type Champ, type RubriqueNonReconnue } from '#domain/pre-projet/fiche'
import { CHAMP_VERIFIE, type Verification } from '#domain/pre-projet/verifications'
import { PARTIES_FICHE } from '#libelles/pre-projet/fiche'
import { LIBELLE_CHAMP } from '#libelles/pre-projet/fiche-lue'
import { Annonce } from '#ui/kit/annonce'
import { FicheChamp } from '#ui/pre-projet/fiche-champ'
import { ANCRE_RUBRIQUES, FicheRubriques } from '#ui/pre-projet/fiche-rubriques'
import { useTouches } from '#ui/kit/acte/touches'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  champs: ChampsEnregistres
  aRelire: Champ[]
  surs: Champ[]
  nonReconnues: RubriqueNonReconnue[]
  version: number
  peut: boolean
  verifications: Verification[]
  /** Single letters act. */
  touches: boolean
  /** The field the officer is on. */
  onRegarder: (champ: Champ) => void
  /** They ask to see where it was read. */
  onVoir: (champ: Champ) => void
  children?: ReactNode
}

const saisieDe = (racine: HTMLElement | null, champ: Champ) =>
  racine?.querySelector<HTMLInputElement>(`#champ-${champ} input:not([type=hidden]), #champ-${champ} textarea`)

const boutonDe = (racine: HTMLElement | null, champ: Champ) =>
  racine?.querySelector<HTMLElement>(`#champ-${champ} [type="submit"]`)

/** The next field to be read again after this one, or the one before it, round and round. */
function voisin(aRelire: readonly Champ[], courant: Champ | null, pas: 1 | -1): Champ | undefined {
  const rang = courant ? CHAMPS.indexOf(courant) : pas === 1 ? -1 : CHAMPS.length
  const ordre = pas === 1 ? aRelire : aRelire.toReversed()
  return ordre.find((champ) => (CHAMPS.indexOf(champ) - rang) * pas > 0) ?? ordre[0]
}

/** Every field of the fiche, part by part. The first one still to be read has the focus; a confirmed one hands it to the next. */
export function FicheChamps(props: Props) {
  const { champs, aRelire, surs, nonReconnues, version, peut, verifications, touches, onRegarder, onVoir } = props
  const racine = useRef<HTMLElement>(null)
  const courant = useRef<Champ | null>(null)
  const [annonce, setAnnonce] = useState('')
  /** Sent, and not answered yet: no longer to be looked at. */
  const envoyes = useRef(new Set<Champ>())
  const aVoir = () => aRelire.filter((champ) => !envoyes.current.has(champ))

  /** On a value to confirm the button, on a missing one the place to type it. */
  const aller = (champ: Champ | undefined, { enVue }: { enVue: boolean }) => {
    if (!champ) return
    const [saisie, bouton] = [saisieDe(racine.current, champ), boutonDe(racine.current, champ)]
    const cible = saisie?.value ? (bouton ?? saisie) : saisie
    cible?.focus({ preventScroll: true })
    if (enVue) cible?.scrollIntoView({ block: 'nearest' })
  }
  const premier = useRef(peut ? aRelire[0] : undefined)
  useEffect(() => aller(premier.current, { enVue: false }), [])

  /** The officer has not gone on to something else of the page. */
  const surUnChamp = () =>
    document.activeElement === document.body || racine.current?.contains(document.activeElement) === true
  /** To the next field, or out of the words when there is none: a letter is a key again. */
  const continuer = (reste: readonly Champ[], apres: Champ) => {
    const suivant = voisin(reste, apres, 1)
    if (suivant) aller(suivant, { enVue: true })
    else boutonDe(racine.current, apres)?.focus({ preventScroll: true })
  }
  const suivre = (envoye: Champ) => {
    envoyes.current.add(envoye)
    continuer(aVoir(), envoye)
  }
  const repondre = (champ: Champ, { refusee }: { refusee: boolean }) => {
    const reste = aRelire.filter((un) => un !== champ && !envoyes.current.has(un))
    envoyes.current.delete(champ)
    if (refusee) return
    setAnnonce(`${LIBELLE_CHAMP[champ]}\u00a0: confirmé. ${phraseReste(reste.length)}`)
    if (courant.current === champ && surUnChamp()) continuer(reste, champ)
  }
  useTouches(touches && peut, {
    s: () => aller(voisin(aVoir(), courant.current, 1), { enVue: true }),
    p: () => aller(voisin(aVoir(), courant.current, -1), { enVue: true }),
    c: () => surUnChamp() && courant.current && boutonDe(racine.current, courant.current)?.click(),
    m: () => surUnChamp() && courant.current && saisieDe(racine.current, courant.current)?.select(),
  })
  /** Of the value itself: that the fiche came late is said above. */
  const alertesDe = (champ: Champ) =>
    verifications.filter((v) => !v.juste && v.sujet !== 'RECEPTION' && CHAMP_VERIFIE[v.sujet] === champ)
  return (
    <Box component="section" aria-labelledby="titre-champs" ref={racine}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="h2" id="titre-champs">
          Ce que dit la fiche
        </Typography>
        {props.children}
        {peut && surs.length > 0 && <ConfirmerSurs nombre={surs.length} version={version} />}
      </Box>
      <Annonce texte={annonce} />
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {phraseReste(aRelire.length)}
        {aRelire.length > 0 && peut && ' La touche Entrée confirme et passe au suivant.'}
        {nonReconnues.length > 0 && (
          <>
            {' '}
            <a href={`#${ANCRE_RUBRIQUES}`} style={{ color: 'inherit' }}>
              {compter(nonReconnues.length, 'rubrique non reconnue', 'rubriques non reconnues')}
            </a>
            .
          </>
        )}
      </Typography>
      {PARTIES_FICHE.map(({ titre, champs: noms }) => (
        <Box key={titre} sx={{ mb: 1.5 }}>
          <Typography variant="h3" sx={{ fontSize: '0.875rem' }}>
            {titre}
          </Typography>
          {noms.map((champ) => (
            <FicheChamp
              key={champ}
              {...{ champ, version, peut, onVoir }}
              garde={champs[champ]}
              aRelire={aRelire.includes(champ)}
              alertes={alertesDe(champ)}
              onRegarder={(regarde) => {
                courant.current = regarde
                onRegarder(regarde)
              }}
              onEnvoi={suivre}
              onReponse={repondre}
            />
          ))}
        </Box>
      ))}
      <FicheRubriques rubriques={nonReconnues} />
    </Box>
  )
}

const phraseReste = (reste: number) => (reste === 0 ? 'Plus rien à relire.' : `${compter(reste, 'champ')} à relire.`)

function ConfirmerSurs({ nombre, version }: { nombre: number; version: number }) {
  const envoi = useEnvoi({ nom: 'champsSurs', objet: useLocation().pathname })
  return (
    <Formulaire envoi={envoi}>
      <input type="hidden" name="version" value={version} />
      <Button type="submit" name="intent" value="confirmerSurs" size="small" variant="outlined">
        {accorder(nombre, 'Confirmer le champ sûr', `Confirmer les ${compter(nombre, 'champ sûr', 'champs sûrs')}`)}
      </Button>
    </Formulaire>
  )
}

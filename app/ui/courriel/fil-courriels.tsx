import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { compter } from '#domain/nombre'
import { estParti, estRelancable } from '#domain/courriel/courriel'
import type { VieDeCourriel } from '#domain/courriel/vie'
import type { Silence } from '#domain/courriel/automate'
import type { SuiteRecue } from '#domain/courriel-recu/suite'
import type { MotifRetenue } from '#domain/courriel/retenue'
import { motifRetenu } from '#libelles/courriel/courriel'
import { LIBELLE_SUITE } from '#libelles/courriel-recu/courriel-recu'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'
import { CourrielVie, EtatOuPreuve } from '#ui/courriel/courriel-vie'
import { type CourrielAuDepart, CourrielDepart } from '#ui/courriel/courriel-depart'
import { CourrielRelance } from '#ui/courriel/courriel-relance'
import { Icone, type NomIcone } from '#ui/kit/icone/icone'

type Envoye = CourrielAuDepart &
  VieDeCourriel & {
    sens: 'ENVOYE'
    le: Date
    texte: string
    destinataire: string
    destinataireNom: string
    erreur: string | null
    mentionRetour: string | null
    motifRetenue: string | null
    creeLe: Date
    /** Null when nobody asked for this very mail. */
    par: string | null
  }

type Recu = {
  sens: 'RECU'
  id: string
  le: Date
  sujet: string
  texte: string
  cite: string
  de: string
  deNom: string
  suite: SuiteRecue | null
  pieces: { id: string; nom: string; taille: number }[]
}

type Tu = { sens: 'TU'; id: string; le: Date; silence: Silence | MotifRetenue }

export type MailDuFil = Envoye | Recu | Tu

type Props = {
  fil: MailDuFil[]
  /** May this agent write, take back and send now; may they ask again for one that failed. */
  peut: { ecrire: boolean; relancer: boolean }
  /** Where the mails of this thread and their files are fetched; absent where they are not. */
  adresse?: string
  vide: string
}

/** Every mail of a thread, both ways, the oldest first; the last is open. */
export function FilCourriels({ fil, peut, adresse, vide }: Props) {
  if (fil.length === 0) return <p>{vide}</p>
  const dernier = fil.findLast(({ sens }) => sens !== 'TU')
  return (
    <Box component="ol" aria-label="Courriels échangés" sx={{ m: 0, p: 0, listStyle: 'none', maxWidth: 880 }}>
      {fil.map((mail) => (
        <Box
          component="li"
          key={mail.id}
          sx={{ borderBottom: 1, borderColor: 'divider', py: 1, fontSize: '0.875rem', overflowWrap: 'anywhere' }}
        >
          {mail.sens === 'TU' ? (
            <Entete icone="block" titre="Pas d’accusé de réception automatique">
              le {formatInstant(mail.le)} · {motifRetenu(mail.silence)}
            </Entete>
          ) : (
            <details open={mail.id === dernier?.id}>
              <Box component="summary" sx={{ cursor: 'pointer' }}>
                {mail.sens === 'RECU' ? <EnTeteRecu mail={mail} /> : <EnTeteEnvoye mail={mail} />}
              </Box>
              {mail.sens === 'RECU' ? (
                <CorpsRecu mail={mail} {...(adresse && { adresse })} />
              ) : (
                <CorpsEnvoye mail={mail} peut={peut} />
              )}
            </details>
          )}
          {mail.sens === 'ENVOYE' && <CourrielDepart courriel={mail} peut={peut.ecrire} />}
        </Box>
      ))}
    </Box>
  )
}

/** The thread of a page that speaks of other things too, under its own title; then what writes to it. */
export function Echange({ children, ...fil }: Props & { children: ReactNode }) {
  return (
    <Box component="section" aria-labelledby="titre-fil" sx={{ mt: 4 }}>
      <Typography variant="h2" id="titre-fil" sx={{ mb: 1 }}>
        Échanges
      </Typography>
      <FilCourriels {...fil} />
      {children}
    </Box>
  )
}

type EnteteProps = { icone: NomIcone; titre: string; children: ReactNode }

function Entete({ icone, titre, children }: EnteteProps) {
  return (
    <>
      <Icone nom={icone} /> <strong>{titre}</strong>{' '}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {children}
      </Box>
    </>
  )
}

function EnTeteRecu({ mail: { sujet, de, deNom, le, pieces, suite } }: { mail: Recu }) {
  return (
    <Entete icone="arrow-downward" titre={sujet || 'Sans objet'}>
      Reçu de {deNom ? `${deNom} <${de}>` : de}, le {formatInstant(le)}
      {pieces.length > 0 && ` · ${compter(pieces.length, 'pièce jointe', 'pièces jointes')}`}
      {suite && ` · ${LIBELLE_SUITE[suite]}`}
    </Entete>
  )
}

function EnTeteEnvoye({ mail }: { mail: Envoye }) {
  const { sujet, destinataire, destinataireNom, le, creeLe, etat, par, preuve } = mail
  const auteur = par === null ? ', automatiquement' : `, par ${par}`
  return (
    <>
      <Entete icone="arrow-upward" titre={sujet}>
        Écrit à {destinataireNom ? `${destinataireNom} <${destinataire}>` : destinataire}, le {formatInstant(creeLe)}
        {auteur}
        {estParti(etat) && `, remis au relais le ${formatInstant(le)}`}
      </Entete>{' '}
      <EtatOuPreuve etat={etat} preuve={preuve} />
    </>
  )
}

const Texte = ({ children }: { children: string }) => (
  <Box component="pre" sx={{ m: 0, mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'inherit' }}>
    {children}
  </Box>
)

function CorpsRecu({ mail: { id, texte, cite, pieces }, adresse }: { mail: Recu; adresse?: string }) {
  return (
    <>
      <Texte>{texte || 'Ce courriel ne contient pas de texte.'}</Texte>
      {cite && (
        <details>
          <summary>Message cité</summary>
          <Texte>{cite}</Texte>
        </details>
      )}
      {pieces.length > 0 && (
        <Box component="ul" aria-label="Pièces jointes" sx={{ my: 1, pl: 2.5 }}>
          {pieces.map((piece) => (
            <li key={piece.id}>
              {adresse ? (
                <MuiLink href={`${adresse}/pieces/${piece.id}?telecharger`} download>
                  {piece.nom}
                </MuiLink>
              ) : (
                piece.nom
              )}{' '}
              ({tailleLisible(piece.taille)})
            </li>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 0.5 }}>
        <MuiLink component={Link} to={`/courriels/recus/${id}`}>
          Ouvrir et répondre
        </MuiLink>
        {adresse && (
          <MuiLink href={`${adresse}/courriels/${id}`} download>
            Courriel d’origine (.eml)
          </MuiLink>
        )}
      </Box>
    </>
  )
}

function CorpsEnvoye({ mail, peut }: { mail: Envoye; peut: Props['peut'] }) {
  return (
    <>
      {(mail.erreur ?? mail.mentionRetour) && (
        <Box sx={{ color: 'error.main', mt: 0.5 }}>{mail.erreur ?? mail.mentionRetour}</Box>
      )}
      {mail.motifRetenue && <Box sx={{ mt: 0.5 }}>{motifRetenu(mail.motifRetenue)}</Box>}
      <Texte>{mail.texte}</Texte>
      <CourrielVie courriel={mail} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 0.5 }}>
        <MuiLink component={Link} to={`/courriels/${mail.id}`}>
          Ouvrir ce courriel
        </MuiLink>
        {estRelancable(mail.etat) && peut.relancer && <CourrielRelance courriel={mail} />}
      </Box>
    </>
  )
}

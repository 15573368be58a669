package pdftext

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5" //nolint:gosec // the file format prescribes it
	"crypto/rc4" //nolint:gosec // the file format prescribes it
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// crypt is the standard security handler (ISO 32000-2, 7.6.4) with the empty
// user password: files that everybody may read and not everybody may print.
type crypt struct {
	key    []byte
	aes    bool
	v5     bool
	except map[int]bool // objects that are not encrypted
}

var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// unlock finds the key. A file that needs a password is refused.
func (f *file) unlock() error {
	enc := f.dict(f.trailer["Encrypt"])
	if enc == nil {
		return nil
	}
	if f.name(enc["Filter"]) != "Standard" {
		return ErrPassword
	}
	c := &crypt{except: map[int]bool{}}
	if r, ok := f.trailer["Encrypt"].(ref); ok {
		c.except[int(r)] = true
	}
	v, bits := f.int(enc["V"]), 40
	if n := f.int(enc["Length"]); n >= 40 && n <= 256 {
		bits = n
	}
	if v >= 4 {
		filter := f.dict(f.dict(enc["CF"])[f.name(enc["StmF"])])
		switch f.name(filter["CFM"]) {
		case "AESV2", "AESV3":
			c.aes = true
		}
		bits = 128
	}
	text := func(k name) []byte {
		s, _ := f.get(enc[k]).(str)
		return []byte(s)
	}
	if v >= 5 {
		c.v5 = true
		c.key = keyV5(text("U"), text("UE"), f.int(enc["R"]))
	} else {
		meta, given := f.get(enc["EncryptMetadata"]).(bool)
		c.key = f.keyV4(text("O"), text("U"), int(int64(f.num(enc["P"]))), f.int(enc["R"]), bits/8, !given || meta)
	}
	if c.key == nil {
		return ErrPassword
	}
	f.crypt = c
	clear(f.cache)
	return nil
}

// keyV4 computes the key of revisions 2 to 4 and checks it; nil where the
// empty password is not the one.
func (f *file) keyV4(owner, user []byte, perms, rev, size int, meta bool) []byte {
	var id []byte
	if ids := f.array(f.trailer["ID"]); len(ids) > 0 {
		s, _ := f.get(ids[0]).(str)
		id = []byte(s)
	}
	if rev == 2 {
		size = 5
	}
	size = min(size, 16)
	h := md5.New() //nolint:gosec // the file format prescribes it
	h.Write(padding)
	h.Write(owner[:min(len(owner), 32)])
	_ = binary.Write(h, binary.LittleEndian, uint32(int64(perms)&0xffffffff)) //nolint:gosec // permissions are 32 bits; a hash takes all that is written
	h.Write(id)
	if rev >= 4 && !meta {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := h.Sum(nil)
	if rev >= 3 {
		for range 50 {
			sum := md5.Sum(key[:size]) //nolint:gosec // the file format prescribes it
			key = sum[:]
		}
	}
	key = key[:size]
	if len(user) < 16 {
		return nil
	}
	if rev == 2 {
		if bytes.Equal(rc4Once(key, padding), user[:min(len(user), 32)]) {
			return key
		}
		return nil
	}
	sum := md5.Sum(append(append([]byte{}, padding...), id...)) //nolint:gosec // the file format prescribes it
	check := sum[:]
	for i := range byte(20) {
		turn := make([]byte, len(key))
		for k := range key {
			turn[k] = key[k] ^ i
		}
		check = rc4Once(turn, check)
	}
	if bytes.Equal(check, user[:16]) {
		return key
	}
	return nil
}

func rc4Once(key, data []byte) []byte {
	c, err := rc4.NewCipher(key) //nolint:gosec // the file format prescribes it
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// keyV5 unwraps the key of revisions 5 and 6; nil where the empty password is
// not the one.
func keyV5(user, wrapped []byte, rev int) []byte {
	if len(user) < 48 || len(wrapped) < 32 {
		return nil
	}
	if !bytes.Equal(hashV5(user[32:40], rev), user[:32]) {
		return nil
	}
	block, err := aes.NewCipher(hashV5(user[40:48], rev))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, wrapped[:32])
	return key
}

// hashV5 is algorithm 2.B for the empty password.
func hashV5(salt []byte, rev int) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	if rev < 6 {
		return k
	}
	for i := 0; ; i++ {
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := bytes.Repeat(k, 64)
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		mod := 0
		for _, b := range e[:16] {
			mod += int(b)
		}
		switch mod % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-31 {
			return k[:32]
		}
	}
}

// bytes gives the bytes of a stream, decrypted where they need to be.
func (c *crypt) bytes(s *stream) []byte {
	if c == nil || s.num <= 0 || s.dict["Type"] == name("XRef") || c.except[s.num] {
		return s.raw
	}
	return c.decrypt(s.raw, s.num)
}

// strings decrypts the strings inside of an object.
func (c *crypt) strings(v any, num int) any {
	if c == nil || c.except[num] {
		return v
	}
	switch v := v.(type) {
	case str:
		return str(c.decrypt([]byte(v), num))
	case array:
		for i := range v {
			v[i] = c.strings(v[i], num)
		}
	case dict:
		for k := range v {
			v[k] = c.strings(v[k], num)
		}
	}
	return v
}

// decrypt takes generation 0, as every file that is not edited by hand has it.
func (c *crypt) decrypt(data []byte, num int) []byte {
	key := c.key
	if !c.v5 {
		h := md5.New() //nolint:gosec // the file format prescribes it
		h.Write(c.key)
		h.Write([]byte{byte(num), byte(num >> 8), byte(num >> 16), 0, 0})
		if c.aes {
			h.Write([]byte("sAlT"))
		}
		key = h.Sum(nil)[:min(len(c.key)+5, 16)]
	}
	if !c.aes {
		return rc4Once(key, data)
	}
	if len(data) < 32 {
		return nil
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	body := data[16 : len(data)/16*16]
	out := make([]byte, len(body))
	cipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(out, body)
	if n := int(out[len(out)-1]); n >= 1 && n <= 16 {
		out = out[:len(out)-n]
	}
	return out
}
